import type { Attempt } from '../attempt/attempt.ts';
import { fromIso, type Instant } from '../basics/instant.ts';
import { asksForCall, type Row } from '../row/row.ts';

/**
 * Whether others brought back a copy of the row as it once was, with our own columns. It orders what its
 * public columns say, as any write; what our columns say in it is long over.
 *
 * Our own writes never take back when the row was last called, nor when its promise was made; and they
 * make no promise that is older than the last call, but for the attempt that served it.
 *
 * @param served the attempt with which the row was in service before the write, if it was; or its last,
 *   where that proved to be a voicemail after it was settled
 */
export function isBroughtBack(before: Row, after: Row, served: Attempt | undefined): boolean {
  const { promisedAt, dueAt } = after.own;
  if (!asksForCall(after) || promisedAt === undefined) return false;
  const calledAt = lastCallOf(before);
  if (calledAt > lastCallOf(after)) return true;
  if (promisedAt < (before.own.promisedAt ?? Number.NEGATIVE_INFINITY)) return true;
  if (asksForCall(before) || promisedAt > calledAt) return false;
  const { settled, voicemail } = served?.facts ?? {};
  return (voicemail?.instead ?? settled)?.nextDueAt !== dueAt;
}

function lastCallOf({ columns }: Row): Instant {
  return fromIso(columns.date_call) ?? Number.NEGATIVE_INFINITY;
}
