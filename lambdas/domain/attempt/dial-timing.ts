import { type Instant, minute, second } from '../basics/instant.ts';
import type { Task } from '../task/task.ts';

/** A request may be held for less than this, in milliseconds: the rest of a wait goes elsewhere. */
export const longestHold: number = second;

/** The queue's longest delay (SQS), in milliseconds. */
export const longestDelay: number = 900 * second;

/** Scheduler fires up to a minute late: it is set this much early, the queue holds the rest. */
export const schedulerLead: number = 120 * second;

/** For a promised time the customer's phone rings at that time: the operator is rung before. */
export function ringAtOf(dueAt: Instant, task: Pick<Task, 'ringAheadSeconds'>): Instant {
  return dueAt - task.ringAheadSeconds * second;
}

/** The claim is made this much before the operator is rung, in milliseconds, so that the ring is on time. */
export const claimLead = 60;

/** Whole seconds for the queue to wait, so that less than a second is left to hold. */
export function delaySeconds(milliseconds: number): number {
  return Math.max(0, Math.floor(Math.min(milliseconds, longestDelay) / second));
}

export type WaitPlan =
  | { kind: 'hold' }
  /** Hold this request until the instant, then let the phone pause for whole seconds. */
  | { kind: 'pause'; from: Instant; seconds: number };

/** What a telephone network needs at most to come back after a pause, in milliseconds. */
const pauseMargin = 150;

/**
 * How an operator waits for the promised second: pauses are whole seconds, and the request that
 * follows one must come before the second, yet less than a second before.
 */
export function planWait(now: Instant, until: Instant): WaitPlan {
  const left = until - now;
  if (left < longestHold) return { kind: 'hold' };
  const rest = left % second;
  if (rest >= pauseMargin) return { kind: 'pause', from: now, seconds: Math.floor(left / second) };
  return { kind: 'pause', from: now + rest + 1, seconds: Math.floor(left / second) - 1 };
}

/** The longest wait for an operator between two tries, in milliseconds. */
const longestOperatorWait = 3600 * second;

/**
 * When a call that nobody is free for is tried again: after the operator retry; after a long wait,
 * after half of the time already waited, an hour at most; at the latest when the promise goes to
 * others. Never so soon that the operator is rung in this second again: a try needs an instant of its
 * own to have a timer.
 */
export function operatorRetryAt(now: Instant, waitingSince: Instant, task: Task): Instant {
  const halfWaited = Math.min((now - waitingSince) / 2, longestOperatorWait);
  const pause = Math.max(task.operatorRetrySeconds * second, halfWaited);
  const releaseAt = releasedAt(waitingSince, task);
  const next = releaseAt > now ? Math.min(now + pause, releaseAt) : now + pause;
  return Math.max(next, now + (task.ringAheadSeconds + 1) * second);
}

/** When a promise whose operator cannot be reached goes to others. Tasks stored by earlier versions lack the setting. */
export function releasedAt(
  waitingSince: Instant,
  { releaseAfterMinutes = 15 }: Pick<Task, 'releaseAfterMinutes'>,
): Instant {
  return releaseAfterMinutes === null
    ? Number.POSITIVE_INFINITY
    : waitingSince + releaseAfterMinutes * minute;
}
