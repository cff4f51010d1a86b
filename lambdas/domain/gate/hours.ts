import { day, type Instant } from '../basics/instant.ts';
import { dayOfWeek, startOfNextDay, toInstant, toLocalTime } from '../basics/local-time.ts';
import type { Columns } from '../row/row.ts';
import type { Task } from '../task/task.ts';
import type { GateReason } from './gate-reasons.ts';
import type { DialQuestion, Refusal } from './question.ts';
import { customerZones } from './zones/customer-zones.ts';

/**
 * Calling hours and holidays by the clock of the customer; where nobody knows which of several zones
 * is theirs, all must permit the call.
 */
export function refusedByHours(question: DialQuestion): Refusal | undefined {
  const hours = hoursFor(question);
  if (hours === undefined) return undefined;
  const { at } = question;
  const { zones } = customerZones(question);
  const until = permittedInAll(hours, zones, at);
  if (until === at) return undefined;
  if (until === undefined) return { reason: reasonForEver(hours, zones, at) };
  const isHoliday = zones.some((zone) => hours.closed.has(toLocalTime(at, zone).date));
  return { reason: isHoliday ? 'holiday' : 'outside-calling-hours', until };
}

type Windows = NonNullable<Task['callingHours']>;

interface Hours {
  /** null: at any hour of a day that is open. */
  windows: Windows | null;
  /** Dates on which nobody is called, `YYYY-MM-DD`. */
  closed: ReadonlySet<string>;
}

const open: ReadonlySet<string> = new Set();

/** Undefined where every hour will do. */
function hoursFor({ task, columns }: DialQuestion): Hours | undefined {
  const { callingHours, legalHours, holidays } = task;
  if (legalHours !== null && isWish(columns, task)) return { windows: legalHours, closed: open };
  if (callingHours === null && holidays.length === 0) return undefined;
  return { windows: callingHours, closed: new Set(holidays) };
}

const yes: ReadonlySet<string> = new Set(['true', 'yes', '1', 'да']);

/** Whether the customer wished to be called at that hour: the task says which column tells. */
function isWish(columns: Columns, { wishColumn }: Task): boolean {
  if (wishColumn === undefined) return false;
  return yes.has(
    String(columns[wishColumn] ?? '')
      .trim()
      .toLowerCase(),
  );
}

/** Each zone may be called at some hour, but never all. */
function reasonForEver(hours: Hours, zones: readonly string[], at: Instant): GateReason {
  const isEachOpen = zones.every((zone) => nextOpening(hours, zone, at) !== undefined);
  return isEachOpen ? 'no-common-hours' : 'outside-calling-hours';
}

/** Zones whose hours have no moment in common within so long have none: a week is like the next, but for holidays. */
const longestSearch = 15 * day;

/** The first instant from `at` on that all zones permit. */
function permittedInAll(hours: Hours, zones: readonly string[], at: Instant): Instant | undefined {
  let from = at;
  while (from <= at + longestSearch) {
    const openings = zones.map((zone) => nextOpening(hours, zone, from));
    if (openings.includes(undefined)) return undefined;
    const latest = Math.max(...(openings as Instant[]));
    if (latest === from) return from;
    from = latest;
    if (zones.length === 1) return from;
  }
  return undefined;
}

/** The first instant from `at` on that lies within calling hours, on a day that is none of the closed. */
function nextOpening(hours: Hours, zone: string, at: Instant): Instant | undefined {
  // each closed day may be the one weekday that has hours
  const days = 8 + 7 * hours.closed.size;
  for (let start = at, n = 0; n < days; start = startOfNextDay(start, zone), n++) {
    const opening = openingOn(hours, zone, { start, at });
    if (opening !== undefined) return opening;
  }
  return undefined;
}

const wholeDay: Windows[keyof Windows] = [['00:00', '24:00']];

function openingOn(
  { windows, closed }: Hours,
  zone: string,
  { start, at }: { start: Instant; at: Instant },
): Instant | undefined {
  const { date } = toLocalTime(start, zone);
  if (closed.has(date)) return undefined;
  const weekday = String(dayOfWeek(start, zone)) as keyof Windows;
  const spans = ((windows === null ? wholeDay : windows[weekday]) ?? []).map(
    ([from, to]) => [clockAt(date, from, zone), clockAt(date, to, zone)] as const,
  );
  const ahead = spans.filter(([from, to]) => Math.max(from, at) < to);
  return ahead.length > 0 ? Math.min(...ahead.map(([from]) => Math.max(from, at))) : undefined;
}

/** `24:00` is the day's end. */
function clockAt(date: string, clock: string, zone: string): Instant {
  if (clock === '24:00') return startOfNextDay(toInstant({ date, time: '12:00:00' }, zone), zone);
  return toInstant({ date, time: `${clock}:00` }, zone);
}
