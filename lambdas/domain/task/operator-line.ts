import type { Lock } from '../attempt/lock.ts';
import { type Instant, minute } from '../basics/instant.ts';

/** Who lets so many calls in a row ring is not responding. */
export const missedInARow = 2;

/**
 * Whether calls are offered to whoever has this lock: not after he let two ring. Who sits at a desk does
 * something there first; others are tried again after a while.
 */
export function isResponding(
  lock: Pick<Lock, 'missed' | 'freeAt'> | undefined,
  { now, hasDesk, tryAgainMinutes }: { now: Instant; hasDesk: boolean; tryAgainMinutes: number },
): boolean {
  if ((lock?.missed ?? 0) < missedInARow) return true;
  if (hasDesk) return false;
  return now >= (lock?.freeAt ?? now) + tryAgainMinutes * minute;
}

export function isBrowserPhone(address: string): boolean {
  return address.startsWith('client:');
}

/** Whether an operator may be given calls. */
export function isAtWork({ away, gone }: { away: boolean; gone?: boolean }): boolean {
  return !away && !gone;
}

/** Where he is rung now: the one of his addresses that he chose, else the first. */
export function lineOf({
  addresses,
  at,
}: {
  addresses: string[];
  at?: string | undefined;
}): string {
  return at !== undefined && addresses.includes(at) ? at : (addresses[0] as string);
}
