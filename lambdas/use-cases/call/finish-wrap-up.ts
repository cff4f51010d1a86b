import { operatorLock } from '../../domain/attempt/lock.ts';
import type { Operator } from '../../domain/task/task.ts';
import type { Ports } from '../../ports/ports.ts';

/** “Done, next”: the operator may be rung from now on, and is offered the call that waits longest. */
export async function finishWrapUp(
  { attempts, dialQueue, clock }: Pick<Ports, 'attempts' | 'dialQueue' | 'clock'>,
  { id }: Pick<Operator, 'id'>,
): Promise<void> {
  const operator = operatorLock({ id, address: '' });
  await attempts.endWrapUp(operator, clock.now());
  await dialQueue.send({ kind: 'offer', operator }, 0);
}
