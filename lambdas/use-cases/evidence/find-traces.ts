import { type RowKey, rowId } from '../../domain/row/row.ts';
import type { Task } from '../../domain/task/task.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Traces } from '../../ports/records/traces.ts';
import { type NumberPorts, numberOf, rowsOfNumber } from '../numbers/rows-of-number.ts';

export type FindPorts = NumberPorts & Pick<Ports, 'directory'> & { traces: Traces };

/** The rows that hold the number now, over all tasks, as the views know them. */
export async function rowsByNumber(
  ports: NumberPorts & Pick<Ports, 'directory'>,
  number: string,
): Promise<RowKey[]> {
  const tasks = await ports.directory.tasks();
  return (await rowsOfNumber(ports, tasks, number)).map(({ row }) => row.key);
}

const pageSize = 500;

/**
 * The same by looking through all rows and all attempts: also rows that were deleted, or hold another
 * number by now. As long as the tables are; `looked` hears how many items were looked at.
 */
export async function rowsEverywhere(
  ports: FindPorts,
  number: string,
  looked: (items: number) => void,
): Promise<RowKey[]> {
  const tasks = new Map((await ports.directory.tasks()).map((task) => [task.id, task]));
  const found = new Map<string, RowKey>();
  for await (const key of rowsWith(ports, { number, tasks, looked })) found.set(rowId(key), key);
  for await (const key of calledRows(ports, { number, looked })) found.set(rowId(key), key);
  return [...found.values()];
}

interface Looking {
  number: string;
  looked: (items: number) => void;
}

async function* rowsWith(
  { rows }: FindPorts,
  { number, tasks, looked }: Looking & { tasks: ReadonlyMap<string, Task> },
): AsyncGenerator<RowKey> {
  let cursor: string | undefined;
  do {
    const page = await rows.page(cursor, pageSize);
    looked(page.rows.length);
    for (const row of page.rows) {
      const task = tasks.get(row.key.task);
      if (task !== undefined && numberOf(row, task) === number) yield row.key;
    }
    cursor = page.next;
  } while (cursor !== undefined);
}

async function* calledRows(
  { traces }: FindPorts,
  { number, looked }: Looking,
): AsyncGenerator<RowKey> {
  let cursor: string | undefined;
  do {
    const page = await traces.attempts(cursor);
    looked(page.attempts.length);
    for (const { customer, row } of page.attempts) if (customer === number) yield row;
    cursor = page.next;
  } while (cursor !== undefined);
}
