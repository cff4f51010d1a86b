import type { Attempt } from '../../domain/attempt/attempt.ts';
import { operatorLock } from '../../domain/attempt/lock.ts';
import { second } from '../../domain/basics/instant.ts';
import { usualFreeAt } from '../../domain/settlement/wrap-up.ts';
import type { Ports } from '../../ports/ports.ts';

/**
 * Where a task let no call follow before the form was sent, it lets one follow now, as soon as the usual
 * wrap-up has passed. May be repeated.
 */
export async function freeAfterForm(
  ports: Pick<Ports, 'attempts' | 'directory' | 'dialQueue' | 'clock'>,
  { id, row }: Pick<Attempt, 'id' | 'row'>,
): Promise<void> {
  const { attempts, directory, dialQueue, clock } = ports;
  const task = await directory.task(row.task);
  const attempt = task?.requiresForm ? await attempts.get(id) : undefined;
  if (task === undefined || attempt === undefined) return;
  const operator = operatorLock(attempt.operator);
  const [lock] = await attempts.locks([operator]);
  if (lock?.attempt !== id || lock.freeAt === undefined) return;
  const now = clock.now();
  const freeAt = Math.max(now, usualFreeAt(attempt, task, attempt.facts.settled?.at ?? now));
  if (freeAt >= lock.freeAt) return;
  await attempts.endWrapUp(operator, freeAt);
  await dialQueue.send({ kind: 'offer', operator }, Math.ceil((freeAt - now) / second));
}
