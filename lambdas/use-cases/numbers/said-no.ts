import { entryAgainst } from '../../domain/do-not-call/do-not-call.ts';
import type { SaidNo } from '../../domain/do-not-call/said-no.ts';
import { barsItsNumber, type RowKey, rowId } from '../../domain/row/row.ts';
import type { Task } from '../../domain/task/task.ts';
import type { Ports } from '../../ports/ports.ts';
import { type NumberPorts, numberOf } from './rows-of-number.ts';

export type SaidNoPorts = NumberPorts & Pick<Ports, 'doNotCall'>;

/** Which number, for which task. */
export interface NumberInTask {
  task: Task;
  /** E.164. */
  number: string;
  /** The row that is asked about, if there is one: what it says itself is not looked at. */
  row: RowKey | undefined;
}

/**
 * Whether somebody said that the number may not be called, in whichever row. The list and the rows
 * that are found are read as they now stand; that a new row holds the number is known a second later.
 */
export async function saidNo(ports: SaidNoPorts, asked: NumberInTask): Promise<SaidNo | undefined> {
  const [record, row] = await Promise.all([
    ports.doNotCall.find(asked.number),
    otherRowAtDoNotCall(ports, asked),
  ]);
  const entry = entryAgainst(record, asked.task.id);
  if (entry !== undefined) return { kind: 'listed', entry };
  return row && { kind: 'row', row };
}

async function otherRowAtDoNotCall(
  { rows, views }: NumberPorts,
  { task, number, row: own }: NumberInTask,
): Promise<RowKey | undefined> {
  const keys = await views.byNumber(task.id, number);
  const others = keys.filter((key) => own === undefined || rowId(key) !== rowId(own));
  if (others.length === 0) return undefined;
  const found = await rows.getMany(others);
  return found.find((row) => barsItsNumber(row) && numberOf(row, task) === number)?.key;
}
