import { type Instant, minute, second } from '../basics/instant.ts';
import type { Account, Task } from '../task/task.ts';

export const quarterOfHour = 15 * minute;

/** What a talk takes where nobody has measured it: a guess that is rather long. */
const talkSeconds = 180;

/** The quarter of an hour that the instant lies in. Zones are apart by whole quarters. */
export function quarterOf(at: Instant): Instant {
  return Math.floor(at / quarterOfHour) * quarterOfHour;
}

/**
 * How many calls fit into a quarter of an hour: each operator makes one after the other, with the
 * customer's ringing, a talk and the wrap-up; and the account starts so many a second.
 */
export function roomInQuarter(task: Task, operators: number, { callsPerSecond }: Account): number {
  const { ringAheadSeconds, wrapUpSeconds } = task;
  const callSeconds = ringAheadSeconds + talkSeconds + wrapUpSeconds;
  const byOperators = Math.floor((operators * quarterOfHour) / (callSeconds * second));
  const byAccount = Math.floor(((callsPerSecond ?? Infinity) * quarterOfHour) / second);
  return Math.min(byOperators, byAccount);
}

/** How far away a quarter is still suggested. */
export const suggestedWithin = 8;

/** The quarters near the one at `at`, the nearest first, the later of two before the earlier. */
export function quartersNear(at: Instant): Instant[] {
  const here = quarterOf(at);
  return Array.from({ length: suggestedWithin }, (_, n) => (n + 1) * quarterOfHour).flatMap(
    (distance) => [here + distance, here - distance],
  );
}
