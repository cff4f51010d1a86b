import { type LockKey, operatorLock } from '../../domain/attempt/lock.ts';
import { owesForm } from '../../domain/settlement/wrap-up.ts';
import type { Operator } from '../../domain/task/task.ts';
import type { Ports } from '../../ports/ports.ts';

/**
 * “Done, next”: the operator may be rung from now on, and is offered the call that waits longest. False
 * while they owe the form of their last call.
 */
export async function finishWrapUp(
  ports: Pick<Ports, 'attempts' | 'directory' | 'dialQueue' | 'clock'>,
  { id }: Pick<Operator, 'id'>,
): Promise<boolean> {
  const { attempts, dialQueue, clock } = ports;
  const operator = operatorLock({ id, address: '' });
  if (await isFormOwed(ports, operator)) return false;
  await attempts.endWrapUp(operator, clock.now());
  await dialQueue.send({ kind: 'offer', operator }, 0);
  return true;
}

/** Whether the call that they wrap up is of a task that wants its form first. */
export async function isFormOwed(
  { attempts, directory, clock }: Pick<Ports, 'attempts' | 'directory' | 'clock'>,
  operator: LockKey,
): Promise<boolean> {
  const [lock] = await attempts.locks([operator]);
  if (lock?.freeAt === undefined || lock.freeAt <= clock.now()) return false;
  const attempt = await attempts.get(lock.attempt);
  if (attempt === undefined) return false;
  const task = await directory.task(attempt.row.task);
  return task !== undefined && owesForm(attempt, task);
}
