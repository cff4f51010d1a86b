import type { Attempt } from '../attempt/attempt.ts';
import { type Instant, minute } from '../basics/instant.ts';
import { dueAtOf } from '../row/due-at.ts';
import { type Columns, type OwnColumns, Status, textOf } from '../row/row.ts';

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
  { columns, own }: { columns: Columns; own: OwnColumns },
  at: Instant,
): Pick<
  Attempt,
  'servesPromise' | 'takenOverDueAt' | 'laterDueAt' | 'formerStatus' | 'promisedAt'
> {
  const dueAt = dueAtOf({ columns, own }) ?? refusedOrder({ columns, own }, at);
  if (dueAt === undefined) return { servesPromise: false, promisedAt: at, ...former(columns) };
  const promisedAt = own.promisedAt ?? at;
  if (dueAt - at <= takenOverWithin) {
    return { servesPromise: true, takenOverDueAt: dueAt, promisedAt };
  }
  return { servesPromise: false, laterDueAt: dueAt, promisedAt };
}

/** Somebody wanted a call at a moment that made no sense, or is long past: now is as good. */
function refusedOrder(
  { columns, own }: { columns: Columns; own: OwnColumns },
  at: Instant,
): Instant | undefined {
  const isOrder = Number(textOf(columns.status)) === Status.callAtPromise;
  return isOrder && own.refused !== undefined ? at : undefined;
}

function former(columns: Columns): Pick<Attempt, 'formerStatus'> {
  const status = Number(textOf(columns.status));
  const isOver = status === Status.callbackSucceeded || status === Status.attemptsUsedUp;
  return isOver ? { formerStatus: status } : {};
}
