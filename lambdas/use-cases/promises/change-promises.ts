import type { Instant } from '../../domain/basics/instant.ts';
import type { EditProblem } from '../../domain/order/edit-problem.ts';
import { judgeOrder } from '../../domain/order/order.ts';
import { type Columns, type RowKey, rowId, Status, statusOf } from '../../domain/row/row.ts';
import type { Task } from '../../domain/task/task.ts';
import type { Ports } from '../../ports/ports.ts';
import type { StoredRow } from '../../ports/rows.ts';
import { type EditPorts, type EditResult, editRow } from './edit-row.ts';

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

/**
 * Writes the same columns to many promised rows, each by an edit of its own. A row that promises
 * nothing any more is left alone: the list that it was chosen from may be old.
 */
export async function changePromises(
  ports: ChangePorts,
  { rows, given }: { rows: readonly RowKey[]; given: Columns },
): Promise<ChangedPromise[]> {
  const changed: ChangedPromise[] = [];
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows.slice(from, from + atOnce);
    changed.push(...(await Promise.all(some.map((key) => changeAlone(ports, key, given)))));
  }
  return changed;
}

/** A row that fails is an answer like others: the changes of the others are answered too. */
async function changeAlone(
  ports: ChangePorts,
  key: RowKey,
  given: Columns,
): Promise<ChangedPromise> {
  try {
    return await changeOne(ports, key, given);
  } catch (error) {
    ports.journal.failed(error, { row: rowId(key) });
    return { key, problem: { code: 'failed' } };
  }
}

async function changeOne(ports: ChangePorts, key: RowKey, given: Columns): Promise<ChangedPromise> {
  const task = await ports.directory.task(key.task);
  if (task === undefined) return { key, problem: { code: 'task-gone', task: key.task } };
  const wish = { task, Id: key.Id, given, refuse: notPromised };
  return resultOf(key, await editRow(ports, wish), { task, at: ports.clock.now() });
}

function notPromised(row: StoredRow): EditProblem | undefined {
  switch (statusOf(row)) {
    case Status.callAtPromise:
      return undefined;
    case Status.inService:
      return { code: 'call-on' };
    default:
      return { code: 'not-promised' };
  }
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
