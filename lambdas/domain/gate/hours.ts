import type { Instant } from '../basics/instant.ts';
import { dayOfWeek, startOfNextDay, toInstant, toLocalTime } from '../basics/local-time.ts';
import type { Task } from '../task/task.ts';
import { zoneOf } from './customer-zone.ts';
import type { DialQuestion, Refusal } from './question.ts';

/** Calling hours by the clock of the customer. */
export function refusedByHours({ columns, task, at }: DialQuestion): Refusal | undefined {
  const until = nextOpening(task, zoneOf(columns, task), at);
  if (until === at) return undefined;
  const reason = 'outside-calling-hours';
  return until === undefined ? { reason } : { reason, until };
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
