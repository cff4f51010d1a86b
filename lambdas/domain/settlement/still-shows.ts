import type { Attempt } from '../attempt/attempt.ts';
import { toIso } from '../basics/instant.ts';
import { isWaitingAt, type Row, Status, statusOf, textOf } from '../row/row.ts';

/**
 * Whether the row still is as the attempt's settlement left it, so that late proof may correct it: it
 * waits, unclaimed, for the retry that was booked, or its attempts were used up by this one.
 */
export function stillShows(row: Row, attempt: Attempt): boolean {
  return waitsForRetryOf(row, attempt) || isUsedUpBy(row, attempt);
}

/**
 * The order's copy is compared as well: `_due_at` follows an outside writer by up to a second.
 * A promise for later that stands again is none: it was not made because of this attempt. Nor is a
 * new promise, of a form perhaps, that happens to be for the second of the retry.
 */
function waitsForRetryOf(row: Row, { facts, laterDueAt, promisedAt }: Attempt): boolean {
  const nextDueAt = facts.settled?.nextDueAt;
  return (
    nextDueAt !== undefined &&
    nextDueAt !== laterDueAt &&
    isWaitingAt(row, nextDueAt) &&
    (row.own.promisedAt ?? promisedAt) === promisedAt
  );
}

/** The row's last call tells whose end it shows. */
function isUsedUpBy(row: Row, { facts, claimedAt }: Attempt): boolean {
  return (
    facts.settled?.status === Status.attemptsUsedUp &&
    statusOf(row) === Status.attemptsUsedUp &&
    textOf(row.columns.date_call) === toIso(claimedAt)
  );
}
