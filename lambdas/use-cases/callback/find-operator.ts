import type { OperatorLine } from '../../domain/attempt/attempt.ts';
import { operatorLock } from '../../domain/attempt/lock.ts';
import { idleLongestFirst, pickOperator } from '../../domain/attempt/pick-operator.ts';
import { second } from '../../domain/basics/instant.ts';
import { toAddress } from '../../domain/basics/phone-number.ts';
import { textOf } from '../../domain/row/row.ts';
import { isAtWork, lineOf } from '../../domain/task/operator-line.ts';
import type { Operator, Task } from '../../domain/task/task.ts';
import type { Ports } from '../../ports/ports.ts';
import type { DueRow } from '../promises/book-row.ts';

export interface Choice {
  /** Whom to ring; undefined when nobody is free. */
  operator: OperatorLine | undefined;
  /** Whoever of these becomes free may take the row. */
  awaited: OperatorLine[];
  /** What the row waits for when none of them is free. */
  waitingFor: string;
}

export type FindPorts = Pick<Ports, 'attempts' | 'directory' | 'clock' | 'rateCounter'>;

/**
 * The operator whom the row names; else one of the task's who are at work: the longest idle, or while
 * other rows are being given away another for each of them.
 *
 * @param tries how often the row lost an operator to another: he is chosen anew, by what is so now
 */
export async function chooseOperator(
  ports: FindPorts,
  { row, task }: DueRow,
  tries: number,
): Promise<Choice> {
  const operators = await ports.directory.operators();
  const named = textOf(row.columns.operator_number);
  if (named !== undefined) {
    const known = namedOperator(operators, toAddress(named, task.country) ?? named);
    return { ...known, operator: tries === 0 ? known.awaited[0] : undefined };
  }
  const awaited = linesOf(task, operators);
  const crowd = await lookAround(ports, { task, lines: awaited, tries });
  const operator = pickOperator({ ...crowd, key: row.key.Id, tries });
  return { operator, awaited, waitingFor: `task:${task.id}` };
}

/** Calls that are sent more slowly than this come one by one: nobody gets into anybody's way. */
const oneByOne = 20;

/** How long the turns of rows that are given away at once are counted, in seconds. */
const turnPeriod = 4;

/** Who is free, and how many rows are looking for one of them in these seconds. */
async function lookAround(
  { attempts, directory, clock, rateCounter }: FindPorts,
  { task, lines, tries }: { task: Task; lines: OperatorLine[]; tries: number },
): Promise<Omit<Parameters<typeof pickOperator>[0], 'key' | 'tries'>> {
  const { callsPerSecond } = await directory.account();
  const at = clock.now();
  const isCrowd = lines.length > 1 && (callsPerSecond ?? oneByOne) >= oneByOne && tries === 0;
  const period = { seconds: turnPeriod, at };
  const [locks, turn] = await Promise.all([
    attempts.locks(lines.map(operatorLock)),
    isCrowd ? rateCounter.add(`turn:${task.id}`, 1, period) : 1,
  ]);
  const since = Math.floor(at / (turnPeriod * second)) * turnPeriod * second;
  return { lines, locks, now: at, turn, since };
}

/** Where those of the task's operators who are at work are rung. */
export function linesOf(task: Pick<Task, 'operators'>, operators: readonly Operator[]) {
  const ids = new Set(task.operators);
  return operators
    .filter((it) => ids.has(it.id) && isAtWork(it))
    .map((it) => ({ id: it.id, address: lineOf(it) }));
}

function namedOperator(operators: Operator[], address: string): Omit<Choice, 'operator'> {
  const known = operators.find((it) => it.addresses.includes(address));
  const line = known === undefined ? { address } : { id: known.id, address };
  const awaited = known !== undefined && !isAtWork(known) ? [] : [line];
  return { awaited, waitingFor: operatorLock(line) };
}

/** Without those who are in a call or wrap one up. */
export async function longestIdleFirst(
  { attempts, clock }: Pick<Ports, 'attempts' | 'clock'>,
  lines: readonly OperatorLine[],
): Promise<OperatorLine[]> {
  return idleLongestFirst(lines, await attempts.locks(lines.map(operatorLock)), clock.now());
}

/** One who became free while the row was being put to wait did not see it: he is offered it now. */
export async function offerIfFree(
  { attempts, clock, dialQueue }: Pick<Ports, 'attempts' | 'clock' | 'dialQueue'>,
  lines: readonly OperatorLine[],
): Promise<void> {
  const locks = await attempts.locks(lines.map(operatorLock));
  const now = clock.now();
  const free = locks.find(({ freeAt }) => freeAt !== undefined && freeAt <= now);
  if (free !== undefined) await dialQueue.send({ kind: 'offer', operator: free.key }, 0);
}
