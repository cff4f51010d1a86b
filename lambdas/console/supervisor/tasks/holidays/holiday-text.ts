import type { Task } from '../../../../domain/task/task.ts';

/** One date a line, with its name after it, as a field of the form has them. */
export function holidayText({ holidays, holidayNames = {} }: HolidaySettings): string {
  return holidays.map((date) => lineOf(date, holidayNames[date])).join('\n');
}

type HolidaySettings = Pick<Task, 'holidays' | 'holidayNames'>;

export function lineOf(date: string, name: string | undefined): string {
  return name === undefined ? date : `${date} ${name}`;
}

/** In their order, each once; what is no date is left to the server, which says so. */
export function holidaysIn(text: string): HolidaySettings {
  const days = text.split('\n').flatMap(daysIn);
  const holidays = [...new Set(days.map(({ date }) => date))].sort();
  const names = days.filter(({ name }) => name !== '').map(({ date, name }) => [date, name]);
  return { holidays, ...(names.length > 0 && { holidayNames: Object.fromEntries(names) }) };
}

/** A date begins a line, or stands in it; words after it are its name. */
function daysIn(line: string): { date: string; name: string }[] {
  const days: { date: string; name: string }[] = [];
  for (const word of line.split(/[\s,;]+/).filter((it) => it !== '')) {
    const last = days.at(-1);
    if (last === undefined || /^\d{4}-\d/.test(word)) days.push({ date: word, name: '' });
    else last.name = `${last.name} ${word}`.trim();
  }
  return days;
}
