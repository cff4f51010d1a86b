import type { AttemptId } from '../domain/attempt/attempt.ts';
import type { LockKey } from '../domain/attempt/lock.ts';
import type { Timer } from './timers.ts';

export type DialMessage =
  /** Call the row's customer when `dueAt` comes. */
  | ({ kind: 'call' } & Timer)
  /** See what became of the attempt. */
  | { kind: 'check'; attempt: AttemptId }
  /** The operator is free: give him the call that waits longest. */
  | { kind: 'offer'; operator: LockKey }
  /** A call may be sent again: serve the rows that wait for that, the longest due first. */
  | { kind: 'slot-free' };

/** The longest delay of a message, in seconds (SQS). */
export const longestDelaySeconds = 900;

/** Near timers, exact to a fraction of a second. At least once, in any order. */
export interface DialQueue {
  /** @param delaySeconds whole seconds, 0–900 */
  send(message: DialMessage, delaySeconds: number): Promise<void>;
}
