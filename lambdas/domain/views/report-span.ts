import { type Instant, toIso } from '../basics/instant.ts';
import { isCalendarDate, startOfNextDay, toInstant } from '../basics/local-time.ts';
import { type Localized, shortened } from '../basics/localized.ts';
import { canTellTime } from '../basics/time-zone.ts';

/** Days of a time zone, both included, as somebody asks for them. */
export interface AskedDays {
  from: string;
  to: string;
  timeZone: string;
}

/** A span of time, cut into slots: hours of one day, or days. */
export interface ReportSpan {
  /** Where each slot begins, and where the last one ends. */
  bounds: Instant[];
  /** The days of UTC (`YYYY-MM-DD`) that the span touches. */
  daysOfUtc: string[];
}

const mostDays = 31;

/** What is wrong with the days, if anything is. */
export function spanProblem({ from, to, timeZone }: AskedDays): Localized | undefined {
  for (const [name, day] of Object.entries({ from, to })) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !isCalendarDate(day)) {
      return said.notADay(name, shortened(day));
    }
  }
  if (!canTellTime(timeZone)) return said.notAZone;
  const days = (Date.parse(to) - Date.parse(from)) / dayOfUtc + 1;
  if (days < 1) return said.backwards(from, to);
  return days > mostDays ? said.tooLong(days) : undefined;
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
  tooLong: (days: number) => ({
    en: `ask for ${mostDays} days at most, got ${days}`,
    ru: `наибольшее число дней — ${mostDays}, получено ${days}`,
  }),
};

const dayOfUtc = 86_400_000;

export function readSpan({ from, to, timeZone }: AskedDays): ReportSpan {
  const first = toInstant({ date: from, time: '00:00:00' }, timeZone);
  const last = toInstant({ date: to, time: '00:00:00' }, timeZone);
  const end = startOfNextDay(last, timeZone);
  const bounds = from === to ? hoursOf(first, end) : daysOf(first, end, timeZone);
  return { bounds, daysOfUtc: utcDays(first, end) };
}

const hour = 3_600_000;

/** A day has 23 or 25 hours where clocks change. */
function hoursOf(first: Instant, end: Instant): Instant[] {
  const bounds: Instant[] = [];
  for (let at = first; at < end; at += hour) bounds.push(at);
  return [...bounds, end];
}

function daysOf(first: Instant, end: Instant, timeZone: string): Instant[] {
  const bounds: Instant[] = [];
  for (let at = first; at < end; at = startOfNextDay(at, timeZone)) bounds.push(at);
  return [...bounds, end];
}

function utcDays(first: Instant, end: Instant): string[] {
  const days: string[] = [];
  for (let at = first; at < end; at += dayOfUtc) days.push(toIso(at).slice(0, 10));
  return [...new Set([...days, toIso(end - 1).slice(0, 10)])];
}
