import type { Attempt } from './attempt.ts';
import { type Instant, minute } from './instant.ts';
import { type Columns, type OwnColumns, orderFieldsOf, Status, sameFields } from './row.ts';

/** A promise that is due within this long is kept by the call that comes before it. */
const takenOverWithin = 30 * minute;

/**
 * What a call that comes without one being due means for the row's promise: one that is due soon,
 * or overdue, is taken over; a later one stands again when the call ends. The attempt counts in
 * the promise's budget either way: it counts attempts since a person last made the promise.
 *
 * A write that was not yet judged promises nothing here: judge it before the row is claimed.
 */
export function takeOver(
  { columns, own }: { columns: Columns; own: OwnColumns },
  at: Instant,
): Pick<Attempt, 'servesPromise' | 'laterDueAt' | 'promisedAt'> {
  const dueAt = promisedFor(columns, own);
  if (dueAt === undefined) return { servesPromise: false, promisedAt: at };
  const promisedAt = own.promisedAt ?? at;
  if (dueAt - at <= takenOverWithin) return { servesPromise: true, promisedAt };
  return { servesPromise: false, laterDueAt: dueAt, promisedAt };
}

/** The instant that the row promises, once its order is taken. */
function promisedFor(columns: Columns, own: OwnColumns): Instant | undefined {
  const fields = orderFieldsOf(columns);
  const isTaken = Number(fields.status) === Status.callAtPromise && sameFields(fields, own.order);
  return isTaken ? own.dueAt : undefined;
}
