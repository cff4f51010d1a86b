/** One field of something at Twilio. An empty text is nothing. */
export interface FieldChange {
  /** As the Twilio console names it. */
  label: string;
  from: string;
  to: string;
}

/** A thing to be created, changed or removed. */
export interface Change {
  title: string;
  fields: FieldChange[];
  /** Answers what must be shown to a person now, because it is never shown again. */
  apply(): Promise<string | undefined>;
}

/** What is there, by the SDK's names. */
type Values = Readonly<Record<string, unknown>>;

/** The values to be sent, and how they are shown; nothing where all is as wanted. */
export function differences<Wanted extends Record<string, string | boolean>>(
  current: Values,
  wanted: Wanted,
  labels: Readonly<Record<keyof Wanted & string, string>>,
): { fields: FieldChange[]; values: Partial<Wanted> } {
  const names = Object.keys(wanted) as (keyof Wanted & string)[];
  const other = names.filter((name) => textOf(current[name]) !== textOf(wanted[name]));
  return {
    fields: other.map((name) => ({
      label: labels[name],
      from: textOf(current[name]),
      to: textOf(wanted[name]),
    })),
    values: Object.fromEntries(other.map((name) => [name, wanted[name]])) as Partial<Wanted>,
  };
}

function textOf(value: unknown): string {
  if (value === true) return 'on';
  return value === undefined || value === null || value === false ? '' : String(value);
}

export function describeChange({ title, fields }: Change): string {
  const shown = (text: string) => (text === '' ? 'none' : text);
  const lines = fields.map(({ label, from, to }) => `  ${label}: ${shown(from)} → ${shown(to)}`);
  return [title, ...lines].join('\n');
}
