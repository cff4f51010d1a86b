import type { OperatorLine } from '../../domain/attempt/attempt.ts';
import { operatorLock } from '../../domain/attempt/lock.ts';
import { toAddress } from '../../domain/basics/phone-number.ts';
import { textOf } from '../../domain/row/row.ts';
import { isAtWork, lineOf } from '../../domain/task/operator-line.ts';
import type { Operator, Task } from '../../domain/task/task.ts';
import type { Ports } from '../../ports/ports.ts';
import type { DueRow } from '../promises/book-row.ts';

export interface Candidates {
  /** Who may be rung now, in the order in which they are tried. */
  lines: OperatorLine[];
  /** Whoever of these becomes free may take the row. */
  awaited: OperatorLine[];
  /** What the row waits for when none of them is free. */
  waitingFor: string;
}

type FindPorts = Pick<Ports, 'attempts' | 'directory' | 'clock'>;

/** The operator whom the row names; else all of the task's who are at work, the longest idle first. */
export async function candidatesFor(ports: FindPorts, due: DueRow): Promise<Candidates> {
  const operators = await ports.directory.operators();
  const named = textOf(due.row.columns.operator_number);
  if (named !== undefined)
    return namedOperator(operators, toAddress(named, due.task.country) ?? named);
  const awaited = linesOf(due.task, operators);
  const lines = await longestIdleFirst(ports, awaited);
  return { lines, awaited, waitingFor: `task:${due.task.id}` };
}

/** Where those of the task's operators who are at work are rung. */
export function linesOf(task: Pick<Task, 'operators'>, operators: readonly Operator[]) {
  const ids = new Set(task.operators);
  return operators
    .filter((it) => ids.has(it.id) && isAtWork(it))
    .map((it) => ({ id: it.id, address: lineOf(it) }));
}

function namedOperator(operators: Operator[], address: string): Candidates {
  const known = operators.find((it) => it.addresses.includes(address));
  const line = known === undefined ? { address } : { id: known.id, address };
  const lines = known !== undefined && !isAtWork(known) ? [] : [line];
  return { lines, awaited: lines, waitingFor: operatorLock(line) };
}

/** Without those who are in a call or wrap one up. */
export async function longestIdleFirst(
  { attempts, clock }: FindPorts,
  lines: readonly OperatorLine[],
): Promise<OperatorLine[]> {
  const locks = await attempts.locks(lines.map(operatorLock));
  const now = clock.now();
  const freeAt = new Map(locks.map((it) => [it.key, it.freeAt ?? Number.POSITIVE_INFINITY]));
  const since = (line: OperatorLine) => freeAt.get(operatorLock(line)) ?? 0;
  const free = lines.filter((line) => since(line) <= now);
  return free.sort((a, b) => since(a) - since(b));
}

/** One who became free while the row was being put to wait did not see it: he is offered it now. */
export async function offerIfFree(
  { attempts, clock, dialQueue }: FindPorts & Pick<Ports, 'dialQueue'>,
  lines: readonly OperatorLine[],
): Promise<void> {
  const locks = await attempts.locks(lines.map(operatorLock));
  const now = clock.now();
  const free = locks.find(({ freeAt }) => freeAt !== undefined && freeAt <= now);
  if (free !== undefined) await dialQueue.send({ kind: 'offer', operator: free.key }, 0);
}
