import { day, hour, type Instant } from '../basics/instant.ts';
import { isCalendarDate, startOfNextDay, toInstant } from '../basics/local-time.ts';
import { type Localized, shortened } from '../basics/localized.ts';
import { canTellTime } from '../basics/time-zone.ts';

export const slotSizes = ['hour', 'day', 'week', 'month'] as const;
export type SlotSize = (typeof slotSizes)[number];

/** Days of a time zone, both included, as somebody asks for them. */
export interface AskedDays {
  from: string;
  to: string;
  timeZone: string;
  /** Hours for one day and days for more, unless it is said. */
  by?: SlotSize | undefined;
}

/** A day of a time zone: from its beginning to that of the next. */
export interface ReportDay {
  /** `YYYY-MM-DD` */
  date: string;
  from: Instant;
  to: Instant;
}

/** A span of days, and into what slots it is cut. */
export interface ReportSpan {
  days: ReportDay[];
  by: SlotSize;
  timeZone: string;
}

const mostDays = 366;
const mostDaysByHour = 31;

/** What is wrong with the days, if anything is. */
export function spanProblem({ from, to, timeZone, by }: AskedDays): Localized | undefined {
  for (const [name, date] of Object.entries({ from, to })) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !isCalendarDate(date)) {
      return said.notADay(name, shortened(date));
    }
  }
  if (!canTellTime(timeZone)) return said.notAZone;
  const days = countOf({ from, to });
  if (days < 1) return said.backwards(from, to);
  const most = by === 'hour' ? mostDaysByHour : mostDays;
  return days > most ? said.tooLong(most, days) : undefined;
}

function countOf({ from, to }: Pick<AskedDays, 'from' | 'to'>): number {
  return (Date.parse(to) - Date.parse(from)) / day + 1;
}

const said = {
  notADay: (name: string, got: string) => ({
    en: `${name} must be a day as YYYY-MM-DD, got “${got}”`,
    ru: `${name} — это день в виде YYYY-MM-DD; получено «${got}»`,
  }),
  notAZone: {
    en: 'timeZone must be an IANA name such as Europe/London',
    ru: 'timeZone — это имя пояса IANA, например Europe/Moscow',
  },
  backwards: (from: string, to: string) => ({
    en: `from must not be after to, got ${from} and ${to}`,
    ru: `начало не может быть позже конца; получено ${from} и ${to}`,
  }),
  tooLong: (most: number, days: number) => ({
    en: `ask for ${most} days at most, got ${days}`,
    ru: `наибольшее число дней — ${most}, получено ${days}`,
  }),
};

export function readSpan({ from, to, timeZone, by }: AskedDays): ReportSpan {
  const first = toInstant({ date: from, time: '00:00:00' }, timeZone);
  const days: ReportDay[] = [];
  let start = first;
  for (let date = from; date <= to; date = dateAfter(date, 1)) {
    const end = startOfNextDay(start, timeZone);
    days.push({ date, from: start, to: end });
    start = end;
  }
  return { days, by: by ?? (from === to ? 'hour' : 'day'), timeZone };
}

/** The date so many days later, or earlier. */
function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * day).toISOString().slice(0, 10);
}

/**
 * As many days before the span: of a span that is not over, as much of them as has passed of it. Today
 * until ten is compared with yesterday until ten.
 */
export function spanBefore(asked: AskedDays, now: Instant): ReportSpan {
  const count = countOf(asked);
  const [from, to] = [dateAfter(asked.from, -count), dateAfter(asked.from, -1)];
  const before = readSpan({ ...asked, from, to });
  const days = readSpan(asked).days.flatMap(({ from: start }, index): ReportDay[] => {
    const it = before.days[index];
    if (it === undefined || start >= now) return [];
    return [{ ...it, to: Math.min(it.to, it.from + (now - start)) }];
  });
  return { ...before, days };
}

/** The days of UTC (`YYYY-MM-DD`) that these days touch. */
export function daysOfUtc(days: readonly Pick<ReportDay, 'from' | 'to'>[]): string[] {
  const dates = days.flatMap(({ from, to }) => [dateOf(from), dateOf(Math.max(from, to - 1))]);
  return [...new Set(dates)].sort();
}

function dateOf(at: Instant): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** The hours of a day: 23 or 25 where clocks change. */
export function hoursOf({ from, to }: ReportDay): Instant[] {
  return Array.from({ length: Math.ceil((to - from) / hour) }, (_, n) => from + n * hour);
}
