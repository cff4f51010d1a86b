import { type Attempt, usesBudget } from '../attempt/attempt.ts';
import type { Instant } from '../basics/instant.ts';
import {
  dayOfWeek,
  startOfDay,
  startOfNextDay,
  toInstant,
  toLocalTime,
} from '../basics/local-time.ts';
import { isTimeZone } from '../basics/time-zone.ts';
import { type Columns, textOf } from '../row/row.ts';
import type { Task } from '../task/task.ts';
import { taskZone } from '../task/task-zone.ts';

/** May this number be called? No comes with the next instant when it may, if there is one. */
export type GateAnswer = { may: true } | { may: false; reason: GateReason; nextAt?: Instant };

export const gateReasons = ['outside-calling-hours', 'attempts-today-used-up'] as const;
export type GateReason = (typeof gateReasons)[number];

/**
 * The gate on every path to a dial: lambdas/README.md#may-this-number-be-called-now.
 *
 * @param at the moment at which the customer's phone would ring
 * @param history the row's attempts, of any promise
 */
export function mayDial(
  columns: Columns,
  task: Task,
  at: Instant,
  history: readonly Attempt[],
): GateAnswer {
  const zone = zoneOf(columns, task);
  const underCap = capToday(task, at, { zone, history });
  if (underCap !== undefined)
    return refusal('attempts-today-used-up', nextOpening(task, zone, underCap));
  const opensAt = nextOpening(task, zone, at);
  if (opensAt === at) return { may: true };
  return refusal('outside-calling-hours', opensAt);
}

/** The zone in which the row's customer reads the clock. */
export function zoneOf(columns: Columns, task: Task): string {
  return ownZoneOf(columns) ?? taskZone(task);
}

/** The zone that the row names; others may have written one that is none. */
export function ownZoneOf(columns: Columns): string | undefined {
  const zone = textOf(columns.time_zone);
  return zone !== undefined && isTimeZone(zone) ? zone : undefined;
}

function refusal(reason: GateReason, nextAt: Instant | undefined): GateAnswer {
  return nextAt === undefined ? { may: false, reason } : { may: false, reason, nextAt };
}

/** The instant at which a day's cap no longer stands in the way, if it does at `at`. */
function capToday(
  task: Task,
  at: Instant,
  { zone, history }: { zone: string; history: readonly Attempt[] },
): Instant | undefined {
  if (task.maxAttemptsPerDay === null) return undefined;
  const from = startOfDay(at, zone);
  const today = history.filter(
    (it) => it.claimedAt >= from && it.claimedAt <= at && usesBudget(it),
  );
  return today.length >= task.maxAttemptsPerDay ? startOfNextDay(at, zone) : undefined;
}

/** The first instant from `at` on that lies within calling hours, within the next eight days. */
function nextOpening(task: Task, zone: string, at: Instant): Instant | undefined {
  const hours = task.callingHours;
  if (hours === null) return at;
  for (let day = at, n = 0; n < 8; day = startOfNextDay(day, zone), n++) {
    const date = toLocalTime(day, zone).date;
    const windows = hours[String(dayOfWeek(day, zone)) as keyof typeof hours] ?? [];
    const spans = windows.map(
      ([from, to]) => [clockAt(date, from, zone), clockAt(date, to, zone)] as const,
    );
    const ahead = spans.filter(([from, to]) => Math.max(from, at) < to);
    if (ahead.length > 0) return Math.min(...ahead.map(([from]) => Math.max(from, at)));
  }
  return undefined;
}

/** `24:00` is the day's end. */
function clockAt(date: string, clock: string, zone: string): Instant {
  if (clock === '24:00') return startOfNextDay(toInstant({ date, time: '12:00:00' }, zone), zone);
  return toInstant({ date, time: `${clock}:00` }, zone);
}
