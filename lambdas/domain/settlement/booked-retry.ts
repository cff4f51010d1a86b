import type { Attempt } from '../attempt/attempt.ts';
import { type Columns, type OwnColumns, orderFieldsOf, Status, sameFields } from '../row/row.ts';

/**
 * Whether the row still waits, unclaimed, for the retry that the attempt's settlement booked.
 * The order's copy is compared as well: `_due_at` follows an outside writer by up to a second.
 * A promise for later that stands again is none: it was not made because of this attempt. Nor is a
 * new promise, of a form perhaps, that happens to be for the second of the retry.
 */
export function isRetryOf(
  row: { columns: Columns; own: OwnColumns },
  { facts, laterDueAt, promisedAt }: Attempt,
): boolean {
  const nextDueAt = facts.settled?.nextDueAt;
  const fields = orderFieldsOf(row.columns);
  return (
    nextDueAt !== undefined &&
    nextDueAt !== laterDueAt &&
    row.own.dueAt === nextDueAt &&
    (row.own.promisedAt ?? promisedAt) === promisedAt &&
    Number(fields.status) === Status.callAtPromise &&
    sameFields(fields, row.own.order)
  );
}
