import type { Attempt } from '../attempt/attempt.ts';
import { isWaitingAt, type Row } from '../row/row.ts';

/**
 * Whether the row still waits, unclaimed, for the retry that the attempt's settlement booked.
 * The order's copy is compared as well: `_due_at` follows an outside writer by up to a second.
 * A promise for later that stands again is none: it was not made because of this attempt. Nor is a
 * new promise, of a form perhaps, that happens to be for the second of the retry.
 */
export function isRetryOf(row: Row, { facts, laterDueAt, promisedAt }: Attempt): boolean {
  const nextDueAt = facts.settled?.nextDueAt;
  return (
    nextDueAt !== undefined &&
    nextDueAt !== laterDueAt &&
    isWaitingAt(row, nextDueAt) &&
    (row.own.promisedAt ?? promisedAt) === promisedAt
  );
}
