import type { Attempt } from '../../domain/attempt/attempt.ts';
import { toE164 } from '../../domain/basics/phone-number.ts';
import type { SaidNo } from '../../domain/do-not-call/said-no.ts';
import { countsAttempts } from '../../domain/gate/how-often.ts';
import type { GateFacts, NumberFacts } from '../../domain/gate/question.ts';
import { type RowKey, textOf } from '../../domain/row/row.ts';
import type { Operator, Task } from '../../domain/task/task.ts';
import { historyLimit } from '../../ports/calls/attempts.ts';
import type { Ports } from '../../ports/ports.ts';
import type { StoredRow } from '../../ports/rows/rows.ts';
import { type SaidNoPorts, saidNo } from '../numbers/said-no.ts';

export type NumberGatePorts = SaidNoPorts & Pick<Ports, 'directory'>;
export type GatePorts = NumberGatePorts & Pick<Ports, 'attempts'>;

/** Which number the gate is asked about. */
export interface AskedNumber {
  task: Task;
  /** E.164; undefined where what was given is no phone number. */
  to: string | undefined;
  /** Undefined for a number that has no row yet. */
  row: RowKey | undefined;
}

/** Whom the gate is asked about. */
export interface Asked extends AskedNumber {
  /** The row's attempts, where they were read already. */
  history?: readonly Attempt[];
}

/** As a row stands now. */
export function aboutRow({ key, columns }: Pick<StoredRow, 'key' | 'columns'>, task: Task): Asked {
  return { task, row: key, to: toE164(textOf(columns.tel) ?? '', task.country) };
}

/** Reads what the gate needs to know; what no rule of the task asks for is not read. */
export async function readGateFacts(ports: GatePorts, asked: Asked): Promise<GateFacts> {
  const [history, ofOtherRows, house, said] = await Promise.all([
    asked.history ?? historyFor(ports, asked),
    historyOfOthers(ports, asked),
    readHouseFacts(ports),
    whoSaidNo(ports, asked),
  ]);
  return { history, ofOtherRows, ...house, saidNo: said };
}

/** What the gate needs to know of a number alone. */
export async function readNumberFacts(
  ports: NumberGatePorts,
  asked: AskedNumber,
): Promise<NumberFacts> {
  const [house, said] = await Promise.all([readHouseFacts(ports), whoSaidNo(ports, asked)]);
  return { ...house, saidNo: said };
}

async function whoSaidNo(
  ports: SaidNoPorts,
  { to, task, row }: AskedNumber,
): Promise<SaidNo | undefined> {
  return to === undefined ? undefined : saidNo(ports, { task, row, number: to });
}

/** What is the same whichever number is asked about. */
export async function readHouseFacts(
  ports: Pick<Ports, 'directory'>,
): Promise<Omit<NumberFacts, 'saidNo'>> {
  const [account, ours] = await Promise.all([ports.directory.account(), ownNumbers(ports)]);
  return { account, ours };
}

async function ownNumbers({ directory }: Pick<Ports, 'directory'>): Promise<ReadonlySet<string>> {
  const [operators, tasks] = await Promise.all([directory.operators(), directory.tasks()]);
  const known = numbersOf.get(operators);
  if (known?.tasks === tasks) return known.numbers;
  const numbers = collectNumbers(operators, tasks);
  numbersOf.set(operators, { tasks, numbers });
  return numbers;
}

/** A function reads the directory once for many calls, and it may list a thousand operators. */
const numbersOf = new WeakMap<
  readonly Operator[],
  { tasks: readonly Task[]; numbers: ReadonlySet<string> }
>();

/** Who left is anybody's customer again. */
function collectNumbers(
  operators: readonly Operator[],
  tasks: readonly Task[],
): ReadonlySet<string> {
  const theirs = operators.filter(({ gone }) => !gone).flatMap(({ addresses }) => addresses);
  return new Set([...theirs, ...tasks.map(({ callerId }) => callerId)]);
}

async function historyFor(
  { attempts }: Pick<Ports, 'attempts'>,
  { row, task }: Asked,
): Promise<readonly Attempt[]> {
  return row !== undefined && countsAttempts(task) ? attempts.history(row, historyLimit) : [];
}

/** Attempts to the number for the other rows that hold it, in all tasks. */
async function historyOfOthers(ports: GatePorts, { task, to, row }: Asked): Promise<Attempt[]> {
  if (to === undefined || !countsAttempts(task)) return [];
  const tasks = await ports.directory.tasks();
  const keys = await Promise.all(tasks.map(({ id }) => ports.views.byNumber(id, to)));
  const others = keys.flat().filter((it) => it.task !== row?.task || it.Id !== row.Id);
  const found = await Promise.all(others.map((it) => ports.attempts.history(it, historyLimit)));
  return found.flat().filter(({ customer }) => customer === to);
}
