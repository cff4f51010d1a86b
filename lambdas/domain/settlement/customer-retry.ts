import type { AttemptId } from '../attempt/attempt.ts';
import type { NotReachedCause } from '../attempt/outcomes.ts';
import { shareOf } from '../basics/fingerprint.ts';
import { day, type Instant, second } from '../basics/instant.ts';
import type { RetryCause } from '../task/retry-seconds.ts';
import type { Task } from '../task/task.ts';

export interface RetryContext {
  task: Task;
  at: Instant;
  /** Customer attempts that the promise has used before this one. */
  budgetUsed: number;
}

/** However it grows, a rest is no longer than this, before its jitter. */
const longestRest = 7 * day;

/**
 * When a customer who was not reached is called again. The rest for the cause grows with each attempt of
 * the promise, and is longer by a share of it that nobody foresees, yet is the same whenever it is
 * asked for: it comes from the attempt's id. Never shorter, so that a rest that was set is kept.
 */
export function customerRetryAt(
  id: AttemptId,
  cause: NotReachedCause,
  { task, at, budgetUsed }: RetryContext,
): Instant {
  const setting = settingOf[cause];
  const grown = task.retrySeconds[setting] * second * task.retryGrowth[setting] ** budgetUsed;
  const rest = Math.min(grown, longestRest);
  return at + Math.round(rest * (1 + task.retryJitter[setting] * shareOf(id)));
}

const settingOf: Record<NotReachedCause, RetryCause> = {
  'customer-busy': 'busy',
  'customer-no-answer': 'noAnswer',
  'customer-failed': 'failed',
  'customer-declined': 'declined',
  'no-such-number': 'failed',
  'operator-hung-up': 'operatorHungUp',
  voicemail: 'voicemail',
};
