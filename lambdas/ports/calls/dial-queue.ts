import type { AttemptId } from '../../domain/attempt/attempt.ts';
import type { LockKey } from '../../domain/attempt/lock.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import type { WriteWindow } from '../../domain/order/order.ts';
import type { ExactKey } from '../rows/rows.ts';
import type { Timer } from '../rows/timers.ts';

export type DialMessage =
  /** Call the row's customer when `dueAt` comes. */
  | ({ kind: 'call' } & Timer)
  /** See what became of the attempt. */
  | { kind: 'check'; attempt: AttemptId }
  /** See what became of the recordings of a talk, where nothing was told; `tries`: how often that was asked. */
  | { kind: 'recordings'; attempt: AttemptId; call: string; tries: number }
  /** Delete the recordings that were kept long enough. */
  | { kind: 'remove-recordings' }
  /** The operator is free: give them the call that waits longest. */
  | { kind: 'offer'; operator: LockKey }
  /** A call may be sent again: serve the rows that wait for that, the longest due first. */
  | { kind: 'slot-free' }
  /** The task's zone was changed: move its rows at 10, from those that are due at `from` on. */
  | { kind: 'retime'; task: string; from?: Instant | undefined }
  /** Judge a row as it now stands: what was written to it could not be followed then. */
  | ({ kind: 'judge' } & UnfollowedWrite);

/** A write whose stream record could not be followed. */
export interface UnfollowedWrite {
  row: ExactKey;
  written: WriteWindow;
  /** The record's place in the stream. */
  sequence: string;
  /** Stands for the order that was written (`orderMark`); absent when the row was deleted. */
  mark?: string;
  /** The number might not be called before the write. */
  wasBarred?: true;
}

/** The longest delay of a message, in seconds (SQS). */
export const longestDelaySeconds = 900;

/** Near timers, exact to a fraction of a second. At least once, in any order. */
export interface DialQueue {
  /** @param delaySeconds whole seconds, 0–900 */
  send(message: DialMessage, delaySeconds: number): Promise<void>;
}
