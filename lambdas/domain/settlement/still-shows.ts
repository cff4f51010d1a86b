import type { Attempt } from '../attempt/attempt.ts';
import { toIso } from '../basics/instant.ts';
import {
  asksForCall,
  isDoNotCall,
  isWaitingAt,
  orderFieldsOf,
  type Row,
  Status,
  sameFields,
  statusOf,
  textOf,
} from '../row/row.ts';
import { endOf } from './settlement.ts';

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

function isUsedUpBy(row: Row, attempt: Attempt): boolean {
  return (
    attempt.facts.settled?.status === Status.attemptsUsedUp &&
    statusOf(row) === Status.attemptsUsedUp &&
    isLastCall(row, attempt)
  );
}

/** The row's last call tells whose end it shows. */
function isLastCall({ columns }: Row, { claimedAt }: Attempt): boolean {
  return textOf(columns.date_call) === toIso(claimedAt);
}

/**
 * Whether nobody ordered, cancelled or barred anything since the call ended, and no order was refused.
 * A settlement leaves a status at most: whoever cancels an order leaves its date and time.
 */
export function showsOnlyEnd(row: Row, attempt: Attempt): boolean {
  const end = endOf(attempt);
  if (end === undefined || !isLastCall(row, attempt)) return false;
  if (row.own.refused !== undefined || isDoNotCall(row)) return false;
  if (asksForCall(row)) return end.nextDueAt !== undefined && row.own.dueAt === end.nextDueAt;
  const { time_zone: _, ...shown } = orderFieldsOf(row.columns);
  return sameFields(shown, end.status === undefined ? {} : { status: String(end.status) });
}

/** When a row still shows the settlement that something learned later corrects. */
export const showsWhatIsCorrected = { corrected: stillShows, voicemail: showsOnlyEnd } as const;
