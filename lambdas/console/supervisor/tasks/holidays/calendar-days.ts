const dayMilliseconds = 86_400_000;

/** A week of holidays in one event is read day by day; a longer one is no holiday. */
const mostDays = 31;

/** As tasks take it. */
const longestName = 200;

/** A day on which nobody is called. */
export interface NamedDay {
  /** `YYYY-MM-DD` */
  date: string;
  /** Empty where nobody said what it is called. */
  name: string;
}

/**
 * The whole days of an iCalendar file's events (RFC 5545), the end not among them, in their order and each
 * once; of several events on one day their names together.
 */
export function daysOfCalendar(text: string): NamedDay[] {
  const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  const days = new Map<string, Set<string>>();
  let event: CalendarEvent = {};
  for (const line of lines) {
    if (/^BEGIN:VEVENT$/i.test(line)) event = {};
    else if (/^END:VEVENT$/i.test(line)) addDays(days, event);
    // What comes first counts: a reminder in an event may have a summary of its own.
    else event = { ...partIn(line), ...event };
  }
  return [...days.keys()]
    .sort()
    .map((date) => ({ date, name: [...(days.get(date) ?? [])].join(', ').slice(0, longestName) }));
}

interface CalendarEvent {
  start?: number;
  end?: number;
  name?: string;
}

function partIn(line: string): CalendarEvent {
  const [, property = '', value = ''] = /^(\w+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
  switch (property.toUpperCase()) {
    case 'DTSTART':
      return withDate('start', value);
    case 'DTEND':
      return withDate('end', value);
    case 'SUMMARY':
      return { name: plainText(value) };
    default:
      return {};
  }
}

/** Of a whole day: one with a time of day is no holiday. */
function withDate(name: 'start' | 'end', value: string): CalendarEvent {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})\s*$/.exec(value) ?? [];
  return day === undefined
    ? {}
    : { [name]: Date.UTC(Number(year), Number(month) - 1, Number(day)) };
}

/** RFC 5545, 3.3.11: a backslash stands before commas, semicolons, itself and `n`. */
function plainText(value: string): string {
  const plain = value.replace(/\\(.)/g, (_, it: string) => (/n/i.test(it) ? ' ' : it));
  return plain.replace(/\s+/g, ' ').trim();
}

function addDays(days: Map<string, Set<string>>, { start, end, name = '' }: CalendarEvent): void {
  if (start === undefined) return;
  const last = end ?? start + dayMilliseconds;
  const count = Math.min(mostDays, Math.max(1, (last - start) / dayMilliseconds));
  for (let n = 0; n < count; n++) {
    const date = new Date(start + n * dayMilliseconds).toISOString().slice(0, 10);
    const names = days.get(date) ?? new Set();
    days.set(date, name === '' ? names : names.add(name));
  }
}
