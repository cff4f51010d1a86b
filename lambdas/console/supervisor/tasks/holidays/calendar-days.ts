const dayMilliseconds = 86_400_000;

/** A week of holidays in one event is read day by day; a longer one is no holiday. */
const mostDays = 31;

/** The whole days of an iCalendar file's events (RFC 5545): `YYYY-MM-DD`, the end not among them. */
export function daysOfCalendar(text: string): string[] {
  const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  const days = new Set<string>();
  let start: number | undefined;
  let end: number | undefined;
  for (const line of lines) {
    if (/^BEGIN:VEVENT$/i.test(line)) start = end = undefined;
    start = dateIn(line, 'DTSTART') ?? start;
    end = dateIn(line, 'DTEND') ?? end;
    if (/^END:VEVENT$/i.test(line) && start !== undefined) addDays(days, start, end);
  }
  return [...days].sort();
}

function dateIn(line: string, name: string): number | undefined {
  const found = new RegExp(`^${name}(?:;[^:]*)?:(\\d{4})(\\d{2})(\\d{2})\\s*$`, 'i').exec(line);
  return found ? Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3])) : undefined;
}

function addDays(days: Set<string>, start: number, end = start + dayMilliseconds): void {
  const count = Math.min(mostDays, Math.max(1, (end - start) / dayMilliseconds));
  for (let n = 0; n < count; n++) {
    days.add(new Date(start + n * dayMilliseconds).toISOString().slice(0, 10));
  }
}
