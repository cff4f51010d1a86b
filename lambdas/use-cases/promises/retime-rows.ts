import { fromIso, type Instant } from '../../domain/basics/instant.ts';
import { retimed } from '../../domain/order/retime.ts';
import { type RowKey, rowId } from '../../domain/row/row.ts';
import type { Task } from '../../domain/task/task.ts';
import type { Ports } from '../../ports/ports.ts';
import type { StoredRow } from '../../ports/rows/rows.ts';
import { eachAlone } from '../sweep/each-alone.ts';

export type RetimePorts = Pick<Ports, 'rows' | 'directory' | 'dialQueue' | 'clock' | 'journal'>;

/** Moves a row to what its wall clock says, where that is another instant; the record of it moves the timer. */
export async function retimeRow(
  { rows }: Pick<Ports, 'rows'>,
  row: StoredRow,
  task: Task,
): Promise<boolean> {
  const change = retimed(row, task);
  return change !== undefined && rows.change(row, change);
}

/** So many rows a message, and those that are due in the last one's second. */
const pageSize = 200;

const endOfTime = fromIso('9999-12-31T00:00:00.000Z') as Instant;

/**
 * The zone of a task was changed: its rows at 10 are moved, a page a message, in the order in which they
 * are due. A page that comes twice finds nothing left to do.
 *
 * @param from where the page begins: at the instant that its first row waits for
 */
export async function retimeTask(
  ports: RetimePorts,
  { task: id, from }: { task: string; from?: Instant | undefined },
): Promise<void> {
  const task = await ports.directory.task(id);
  if (task === undefined) return;
  const { rows, next } = await pageOf(ports, id, from);
  await eachAlone(ports, rows, {
    work: async (row) => void (await retimeRow(ports, row, task)),
    idsOf: ({ key }) => ({ row: rowId(key) }),
  });
  if (next !== undefined) await ports.dialQueue.send({ kind: 'retime', task: id, from: next }, 0);
}

async function pageOf(
  { rows }: RetimePorts,
  task: string,
  from: Instant | undefined,
): Promise<{ rows: StoredRow[]; next?: Instant }> {
  const found: StoredRow[] = [];
  for await (const key of rows.allDueBefore(task, endOfTime, from)) {
    const row = await rows.get(key as RowKey);
    if (row === undefined) continue;
    const { dueAt } = row.own;
    const isLater = dueAt !== undefined && dueAt !== found.at(-1)?.own.dueAt;
    if (found.length >= pageSize && isLater) return { rows: found, next: dueAt };
    found.push(row);
  }
  return { rows: found };
}
