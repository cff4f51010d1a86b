import type { Attempt } from '../../domain/attempt/attempt.ts';
import { operatorLock } from '../../domain/attempt/lock.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import { laterFreeAt, latestFreeAt } from '../../domain/settlement/wrap-up.ts';
import type { Ports } from '../../ports/ports.ts';

export interface WrapUp {
  freeAt: Instant;
  /** More time than until then is not to be had. */
  latestAt: Instant;
}

/**
 * More time for the form of a call: a minute each time, up to what its task allows. Undefined when the
 * wrap-up is over. Not repeatable.
 */
export async function extendWrapUp(
  { attempts, directory, clock }: Pick<Ports, 'attempts' | 'directory' | 'clock'>,
  attempt: Attempt,
): Promise<WrapUp | undefined> {
  const task = await directory.task(attempt.row.task);
  const [lock] = await attempts.locks([operatorLock(attempt.operator)]);
  if (task === undefined || lock?.attempt !== attempt.id) return undefined;
  const { freeAt } = lock;
  if (freeAt === undefined || freeAt <= clock.now()) return undefined;
  const latestAt = latestFreeAt(attempt, task, attempt.facts.settled?.at ?? attempt.claimedAt);
  const later = laterFreeAt(freeAt, latestAt);
  if (later === freeAt) return { freeAt, latestAt };
  const isExtended = await attempts.extendWrapUp({ ...lock, freeAt }, later);
  return isExtended ? { freeAt: later, latestAt } : undefined;
}
