import type { Attempt } from '../attempt/attempt.ts';
import { type Instant, minute } from '../basics/instant.ts';
import { asksForCall, dueAtOf, type OwnColumns, type Row, Status, statusOf } from '../row/row.ts';

/** A promise that is due within this long is kept by the call that comes before it. */
const takenOverWithin = 30 * minute;

/**
 * What a call that comes without one being due means for the row's promise: one that is due soon,
 * or overdue, is taken over; a later one stands again when the call ends. The attempt counts in
 * the promise's budget either way: it counts attempts since a person last made the promise.
 *
 * A write that was not yet judged promises nothing here: judge it before the row is claimed. An
 * order that was refused, a missed promise above all, is one that this call keeps late.
 */
export function takeOver(
  row: Row,
  at: Instant,
): Pick<
  Attempt,
  | 'servesPromise'
  | 'takenOverDueAt'
  | 'laterDueAt'
  | 'formerStatus'
  | 'promisedAt'
  | 'promisedFor'
  | 'firstDialledAt'
  | 'delayedBy'
> {
  const dueAt = dueAtOf(row);
  const { promisedAt = at } = row.own;
  if (dueAt === undefined && isRefused(row)) {
    return { servesPromise: true, takenOverDueAt: at, promisedAt };
  }
  if (dueAt === undefined) return { servesPromise: false, promisedAt: at, ...former(row) };
  const promise = { promisedAt, ...promiseOf(row.own, dueAt) };
  if (dueAt - at <= takenOverWithin) {
    return { servesPromise: true, takenOverDueAt: dueAt, ...promise };
  }
  return { servesPromise: false, laterDueAt: dueAt, ...promise };
}

/** What an attempt for the row's promise knows of it. */
export function promiseOf(
  { promisedFor, dialledAt, delayedBy }: OwnColumns,
  dueAt: Instant,
): Pick<Attempt, 'promisedFor' | 'firstDialledAt' | 'delayedBy'> {
  return {
    promisedFor: promisedFor ?? dueAt,
    ...(dialledAt !== undefined && { firstDialledAt: dialledAt }),
    ...(delayedBy !== undefined && { delayedBy }),
  };
}

/**
 * Somebody wanted a call at a moment that made no sense, or is long past: now is as good. It is no
 * promise for now: one that was missed counts as late already.
 */
function isRefused(row: Row): boolean {
  return asksForCall(row) && row.own.refused !== undefined;
}

function former(row: Row): Pick<Attempt, 'formerStatus'> {
  const status = statusOf(row);
  const isOver = status === Status.callbackSucceeded || status === Status.attemptsUsedUp;
  return isOver ? { formerStatus: status } : {};
}
