import { operatorLock } from '../../domain/attempt/lock.ts';
import type { Ports } from '../../ports/ports.ts';

/**
 * An operator who does something is there: calls that they let ring count no more, and they are offered the one
 * that waits longest.
 */
export async function noteAct(
  { attempts, dialQueue }: Pick<Ports, 'attempts' | 'dialQueue'>,
  id: string,
): Promise<void> {
  const operator = operatorLock({ id, address: '' });
  const [lock] = await attempts.locks([operator]);
  if (lock?.missed === undefined || !(await attempts.noteResponse(operator))) return;
  await dialQueue.send({ kind: 'offer', operator }, 0);
}
