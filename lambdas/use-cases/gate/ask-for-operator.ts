import type { OperatorLine } from '../../domain/attempt/attempt.ts';
import { mayRing, type RingAnswer } from '../../domain/gate/ring.ts';
import type { Task } from '../../domain/task/task.ts';
import type { Ports } from '../../ports/ports.ts';
import { type GatePorts, readGateFacts } from './read-gate-facts.ts';

/** May this operator be rung for the task, now? A registered one is asked about without a reading more. */
export async function askForOperator(
  ports: GatePorts & Pick<Ports, 'clock'>,
  task: Task,
  line: OperatorLine,
): Promise<RingAnswer> {
  const operators = await ports.directory.operators();
  const isNumber = line.id === undefined && line.address.startsWith('+');
  const to = isNumber ? line.address : undefined;
  const facts = await readGateFacts(ports, { task, to, row: undefined });
  return mayRing({ line, task, operators, at: ports.clock.now(), facts });
}
