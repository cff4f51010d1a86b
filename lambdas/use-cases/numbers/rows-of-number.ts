import { toE164 } from '../../domain/basics/phone-number.ts';
import { asksForCall, dueAtOf, textOf } from '../../domain/row/row.ts';
import { isRowId } from '../../domain/row/row-id.ts';
import type { Task } from '../../domain/task/task.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Views } from '../../ports/records/views.ts';
import type { StoredRow } from '../../ports/rows/rows.ts';

export type NumberPorts = Pick<Ports, 'rows'> & { views: Pick<Views, 'byNumber'> };

export interface RowOfTask {
  row: StoredRow;
  task: Task;
}

/** The rows of these tasks that hold the number now, the one to call first. */
export async function rowsOfNumber(
  ports: NumberPorts,
  tasks: readonly Task[],
  e164: string,
): Promise<RowOfTask[]> {
  const found = await Promise.all(tasks.map((task) => rowsInTask(ports, task, e164)));
  return found.flat().sort(byPrecedence);
}

/** The views are hints: what they name is read. A row whose Id no row may have was refused: it is none. */
async function rowsInTask(
  { rows, views }: NumberPorts,
  task: Task,
  e164: string,
): Promise<RowOfTask[]> {
  const keys = await views.byNumber(task.id, e164);
  const read = await rows.getMany(keys);
  const isHis = (row: StoredRow) => isRowId(row.key.Id) && numberOf(row, task) === e164;
  return read.filter(isHis).map((row) => ({ row, task }));
}

/** What the row's customer is called at, in E.164. */
export function numberOf({ columns }: StoredRow, { country }: Task): string | undefined {
  return toE164(textOf(columns.tel) ?? '', country);
}

/** The earliest promise, else an order that was not yet taken, else the one called last. */
function byPrecedence({ row: a }: RowOfTask, { row: b }: RowOfTask): number {
  return (
    promiseRank(a) - promiseRank(b) ||
    (textOf(b.columns.date_call) ?? '').localeCompare(textOf(a.columns.date_call) ?? '') ||
    a.key.Id - b.key.Id
  );
}

function promiseRank(row: StoredRow): number {
  return dueAtOf(row) ?? (asksForCall(row) ? Number.MAX_SAFE_INTEGER - 1 : Number.MAX_SAFE_INTEGER);
}
