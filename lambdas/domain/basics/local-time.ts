import { Temporal } from 'temporal-polyfill';
import { day, type Instant } from './instant.ts';
import { steadyOffset, steadyOffsetAbout } from './zone-offset.ts';

/** A wall-clock moment in some time zone: `date` is `YYYY-MM-DD`, `time` is `HH:mm:ss`. */
export interface LocalTime {
  date: string;
  time: string;
}

export function toLocalTime(at: Instant, zone: string): LocalTime {
  const offset = steadyOffset(at, zone);
  if (offset !== undefined) return readClock(at + offset);
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return {
    date: local.toPlainDate().toString(),
    time: local.toPlainTime().toString({ smallestUnit: 'second' }),
  };
}

/**
 * The instant at which a zone's clocks show the local time. A time that clocks going forward
 * skip becomes the first instant after the gap; one that clocks going back show twice, the first.
 */
export function toInstant(local: LocalTime, zone: string): Instant {
  return toSteadyInstant(local, zone) ?? toInstantByRules(local, zone);
}

/** Far from changes of the clocks; undefined near them, or for what is no date and time. */
function toSteadyInstant({ date, time }: LocalTime, zone: string): Instant | undefined {
  const local = Date.parse(`${date}T${time}Z`);
  if (Number.isNaN(local) || !isSame(readClock(local), { date, time })) return undefined;
  const offset = steadyOffsetAbout(local, zone);
  return offset === undefined ? undefined : local - offset;
}

function isSame(a: LocalTime, b: LocalTime): boolean {
  return a.date === b.date && a.time === b.time;
}

/** What a clock shows that is so far ahead of 1970-01-01T00:00:00. */
function readClock(local: number): LocalTime {
  const [date = '', time = ''] = new Date(local).toISOString().split('T');
  return { date, time: time.slice(0, 8) };
}

function toInstantByRules(local: LocalTime, zone: string): Instant {
  const wanted = Temporal.PlainDateTime.from(`${local.date}T${local.time}`);
  const found = wanted.toZonedDateTime(zone, { disambiguation: 'compatible' });
  if (found.toPlainDateTime().equals(wanted)) return found.epochMilliseconds;
  const beforeGap = wanted.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const afterGap = beforeGap.getTimeZoneTransition('next') ?? found;
  return afterGap.epochMilliseconds;
}

/** The next instant after `after` at which the zone's clocks show `time` (`HH:mm:ss`). */
export function nextOccurrence(time: string, zone: string, after: Instant): Instant {
  const today = Temporal.PlainDate.from(toLocalTime(after, zone).date);
  const days = [today, today.add({ days: 1 }), today.add({ days: 2 })];
  const instants = days.map((day) => toInstant({ date: day.toString(), time }, zone));
  return instants.find((at) => at > after) as Instant;
}

/** The same local time so many years later. */
export function yearsAfter(at: Instant, years: number, zone: string): Instant {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return local.add({ years }).epochMilliseconds;
}

/** The instant at which the zone's next calendar day begins. */
export function startOfNextDay(at: Instant, zone: string): Instant {
  return startOfDayAfter(at, zone, 1);
}

export function startOfDay(at: Instant, zone: string): Instant {
  return startOfDayAfter(at, zone, 0);
}

function startOfDayAfter(at: Instant, zone: string, days: number): Instant {
  const offset = steadyOffset(at, zone);
  if (offset !== undefined) {
    const midnight = (Math.floor((at + offset) / day) + days) * day;
    if (steadyOffsetAbout(midnight, zone) === offset) return midnight - offset;
  }
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return local.add({ days }).startOfDay().epochMilliseconds;
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function dayOfWeek(at: Instant, zone: string): number {
  const { date } = toLocalTime(at, zone);
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

export function isCalendarDate(date: string): boolean {
  try {
    Temporal.PlainDate.from(date, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}
