/**
 * Days of the calendar without Temporal, which is not needed for them and would go along into the
 * browser.
 */

/** Whether it is `YYYY-MM-DD` and the calendar has that day. */
export function isCalendarDay(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false;
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date);
}

export interface DayAndMonth {
  day: string;
  month: string;
}

/** Leap days are eight years apart at most (1896 to 1904). */
const yearsToTheNextLeapDay = 8;

/** The first such day from `today` on, today included; undefined for a day that no year has. */
export function nextSuchDay({ day, month }: DayAndMonth, today: string): string | undefined {
  const thisYear = Number(today.slice(0, 4));
  for (let year = thisYear; year <= thisYear + yearsToTheNextLeapDay; year += 1) {
    const date = `${year}-${month}-${day}`;
    if (date >= today && isCalendarDay(date)) return date;
  }
  return undefined;
}
