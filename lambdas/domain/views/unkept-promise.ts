import type { Instant } from '../basics/instant.ts';
import { type Delay, isInService, type Row, type RowKey, Status, statusOf } from '../row/row.ts';
import { onTimeWithin } from '../settlement/promise-course.ts';

/**
 * A promise that was given up after its moment, without the customer being dialled for it: missed,
 * cancelled, moved, refused, or its row deleted. One that an attempt had taken is in its outcome.
 */
export interface UnkeptPromise {
  row: RowKey;
  promisedFor: Instant;
  delayedBy: Delay;
}

/** The promise that a write ended unkept, if it did. */
export function unkeptBy(
  before: (Row & { key: RowKey }) | undefined,
  after: Row | undefined,
  at: Instant,
): UnkeptPromise | undefined {
  const promise = promiseIn(before);
  if (before === undefined || promise === undefined || isServed(after)) return undefined;
  if (promiseIn(after)?.promisedAt === promise.promisedAt) return undefined;
  const { promisedFor } = promise;
  if (before.own.dialledAt !== undefined || at <= promisedFor + onTimeWithin) return undefined;
  const delayedBy = before.own.delayedBy ?? (isForbidden(after) ? 'rules' : 'ours');
  return { row: before.key, promisedFor, delayedBy };
}

/** As it was last taken, also while a newer write is not judged yet. A new promise has its own `promisedAt`. */
function promiseIn(
  row: Row | undefined,
): { promisedFor: Instant; promisedAt: Instant | undefined } | undefined {
  const { order, dueAt, promisedFor = dueAt, promisedAt } = row?.own ?? {};
  const isTaken = Number(order?.status) === Status.callAtPromise;
  return isTaken && promisedFor !== undefined ? { promisedFor, promisedAt } : undefined;
}

function isServed(row: Row | undefined): boolean {
  return isInService(row) && row?.own.attempt !== undefined;
}

/** By the gate: a writer's ban has no problem. */
function isForbidden(row: Row | undefined): boolean {
  return statusOf(row) === Status.doNotCall && row?.own.problem !== undefined;
}
