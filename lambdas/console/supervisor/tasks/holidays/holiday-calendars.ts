import Holidays, { type HolidaysTypes } from 'date-holidays';

/** What the calendars of the world tell: loaded when somebody picks holidays, since it weighs as much as the page. */

export interface CalendarPlace {
  country: string;
  state: string;
  region: string;
}

export interface CalendarDay {
  /** `YYYY-MM-DD` */
  date: string;
  name: string;
  /** A day off by law; else one on which banks or offices are closed. */
  isPublic: boolean;
}

export function calendarCountries(): string[] {
  return Object.keys(new Holidays().getCountries());
}

/** By code; none where the country has one calendar. */
export function statesOf({ country }: Pick<CalendarPlace, 'country'>): Record<string, string> {
  return new Holidays().getStates(country) ?? {};
}

export function regionsOf({ country, state }: CalendarPlace): Record<string, string> {
  if (state === '') return {};
  return new Holidays().getRegions(country, state) ?? {};
}

const shownTypes: readonly HolidaysTypes.HolidayType[] = ['public', 'bank'];

/** The year's days off, the earliest first; of several holidays on one day their names together. */
export function daysOff(place: CalendarPlace, year: number, language: string): CalendarDay[] {
  const days = new Map<string, CalendarDay>();
  for (const it of calendarOf(place).getHolidays(year, language)) {
    if (shownTypes.includes(it.type)) for (const date of datesOf(it)) addDay(days, date, it);
  }
  return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

function calendarOf({ country, state, region }: CalendarPlace): Holidays {
  if (state === '') return new Holidays(country);
  return region === '' ? new Holidays(country, state) : new Holidays(country, state, region);
}

const dayMilliseconds = 86_400_000;

/** Each day of one that lasts several; the change of the clocks makes no day of half of one. */
function datesOf({ date, start, end }: HolidaysTypes.Holiday): string[] {
  const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  const count = Math.max(1, Math.round((end.getTime() - start.getTime()) / dayMilliseconds));
  const days = Array.from({ length: count }, (_, n) => new Date(first + n * dayMilliseconds));
  return days.map((day) => day.toISOString().slice(0, 10));
}

function addDay(
  days: Map<string, CalendarDay>,
  date: string,
  { name, type }: HolidaysTypes.Holiday,
): void {
  const known = days.get(date);
  const isPublic = type === 'public' || known?.isPublic === true;
  const isNew = known !== undefined && !known.name.split(', ').includes(name);
  days.set(date, {
    date,
    isPublic,
    name: isNew ? `${known.name}, ${name}` : (known?.name ?? name),
  });
}
