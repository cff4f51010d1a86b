import type { Instant } from '../../domain/basics/instant.ts';
import type { EditProblem } from '../../domain/order/edit-problem.ts';
import type { Turn } from '../../domain/order/move.ts';
import { judgeOrder } from '../../domain/order/order.ts';
import { type Columns, type RowKey, rowId, Status, statusOf } from '../../domain/row/row.ts';
import type { Task } from '../../domain/task/task.ts';
import type { Ports } from '../../ports/ports.ts';
import type { StoredRow } from '../../ports/rows/rows.ts';
import { type EditPorts, type EditResult, editRowBy } from './edit-row.ts';

export type ChangePorts = EditPorts & Pick<Ports, 'directory' | 'journal'>;

export interface ChangedPromise {
  key: RowKey;
  /** When the call is due now. */
  dueAt?: Instant;
  /** Why the row was left as it is. */
  problem?: EditProblem;
}

/** So many rows are written at once. */
const atOnce = 20;

export interface PromiseChange {
  /** What is written into a row, which of them it may be. */
  given: (row: StoredRow, context: { task: Task; turn: Turn }) => Columns;
  /** Who wishes it, by their id. */
  by: string;
  /** Which rows are left alone: the list that they were chosen from may be old. */
  refuse: (row: StoredRow) => EditProblem | undefined;
}

/** Writes to many rows, each by an edit of its own. */
export async function changePromises(
  ports: ChangePorts,
  { rows, ...change }: PromiseChange & { rows: readonly RowKey[] },
): Promise<ChangedPromise[]> {
  const changed: ChangedPromise[] = [];
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows.slice(from, from + atOnce);
    const changes = some.map((key, at) =>
      changeAlone(ports, key, { ...change, turn: { at: from + at, of: rows.length } }),
    );
    changed.push(...(await Promise.all(changes)));
  }
  return changed;
}

type OneChange = PromiseChange & { turn: Turn };

/** A row that fails is an answer like others: the changes of the others are answered too. */
async function changeAlone(
  ports: ChangePorts,
  key: RowKey,
  change: OneChange,
): Promise<ChangedPromise> {
  try {
    return await changeOne(ports, key, change);
  } catch (error) {
    ports.journal.failed(error, { row: rowId(key) });
    return { key, problem: { code: 'failed' } };
  }
}

async function changeOne(
  ports: ChangePorts,
  key: RowKey,
  { given, refuse, by, turn }: OneChange,
): Promise<ChangedPromise> {
  const task = await ports.directory.task(key.task);
  if (task === undefined) return { key, problem: { code: 'task-gone', task: key.task } };
  const givenFor = (row: StoredRow) => given(row, { task, turn });
  const edited = await editRowBy(ports, { task, Id: key.Id, givenFor, refuse, by });
  return resultOf(key, edited, { task, at: ports.clock.now() });
}

/** Of what is done to a promise: there is one. */
export function notPromised(row: StoredRow): EditProblem | undefined {
  switch (statusOf(row)) {
    case Status.callAtPromise:
      return undefined;
    case Status.inService:
      return { code: 'call-on' };
    default:
      return { code: 'not-promised' };
  }
}

/** Of a new promise: no call is on. */
export function beingCalled(row: StoredRow): EditProblem | undefined {
  return statusOf(row) === Status.inService ? { code: 'call-on' } : undefined;
}

function resultOf(
  key: RowKey,
  result: EditResult,
  { task, at }: { task: Task; at: Instant },
): ChangedPromise {
  switch (result.kind) {
    case 'created':
    case 'changed':
      return { key, ...dueOf(result.columns, { task, at }) };
    case 'refused':
      return { key, problem: result.problem };
    case 'no row':
      return { key, problem: { code: 'no-row' } };
    case 'busy':
      return { key, problem: { code: 'busy' } };
    default:
      return result satisfies never;
  }
}

/** The order is taken a moment later, by the function that follows the row: this is what it will be. */
function dueOf(columns: Columns, { task, at }: { task: Task; at: Instant }): { dueAt?: Instant } {
  const written = { earliest: at, latest: at };
  const verdict = judgeOrder({ columns, own: {}, task, written });
  return verdict.kind === 'taken' ? { dueAt: verdict.dueAt } : {};
}
