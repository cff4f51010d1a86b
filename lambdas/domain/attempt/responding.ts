import { type Instant, minute } from '../basics/instant.ts';
import type { Lock } from './lock.ts';

/** Who lets so many calls in a row ring is not responding. */
export const missedInARow = 2;

/**
 * Whether calls are offered to whoever has this lock: not after they let two ring. Who sits at a desk does
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
