import { operatorLock } from '../../domain/attempt/lock.ts';
import { lineOf } from '../../domain/task/operator-line.ts';
import type { Operator } from '../../domain/task/task.ts';
import type { OperatorChange } from '../../ports/directory.ts';
import type { Ports } from '../../ports/ports.ts';

/** Those who call remember the directory for 5 s: after so many seconds each of them knows. */
const knownToAllSeconds = 6;

/** An operator who comes back is offered the call that waits longest: now, and again when everybody knows of them. */
export async function changeOwnState(
  ports: Pick<Ports, 'directory' | 'dialQueue'>,
  { operator, change }: { operator: Operator; change: OperatorChange },
): Promise<void> {
  await ports.directory.changeOperator(operator.id, change);
  if (!operator.away || change.away !== false) return;
  const lock = operatorLock({ id: operator.id, address: lineOf(operator) });
  await ports.dialQueue.send({ kind: 'offer', operator: lock }, 0);
  await ports.dialQueue.send({ kind: 'offer', operator: lock }, knownToAllSeconds);
}
