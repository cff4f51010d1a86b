import type { Columns } from '../../../../domain/row/row.ts';

export interface Entry {
  name: string;
  text: string;
}

/** The contract's own columns, which say how the call is ordered rather than who the customer is. */
const orderColumns = [
  'operator_number',
  'time_zone',
  'callaftermin',
  'date_callback',
  'time_callback',
  'date_call',
  'status',
];
const shownElsewhere = ['task', 'tel', 'Id'];

/** What a card shows of a row, and what it folds away: what is empty is left out. */
export function cardOrder(
  columns: Columns,
  chosen: readonly string[] | undefined,
): { shown: Entry[]; folded: Entry[] } {
  const entries = Object.entries(columns)
    .filter(([name]) => !name.startsWith('_') && !shownElsewhere.includes(name))
    .map(([name, value]) => ({ name, text: textOf(value) }))
    .filter(({ text }) => text !== '')
    .sort((one, other) => one.name.localeCompare(other.name));
  if (chosen === undefined) {
    const isOrder = ({ name }: Entry) => orderColumns.includes(name);
    return { shown: entries.filter((it) => !isOrder(it)), folded: entries.filter(isOrder) };
  }
  const shown = chosen.flatMap((name) => entries.find((it) => it.name === name) ?? []);
  return { shown, folded: entries.filter((it) => !shown.includes(it)) };
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
