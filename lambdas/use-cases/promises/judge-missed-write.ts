import { rowId } from '../../domain/row/row.ts';
import type { StoredRow } from '../../ports/rows/rows.ts';
import { type JudgePorts, judgeUntold } from './judge-row.ts';

/** A row whose order no record told of, or whose call is over: it is judged now, and counted. */
export async function judgeMissedWrite(ports: JudgePorts, row: StoredRow): Promise<void> {
  if (!(await judgeUntold(ports, row))) return;
  ports.journal.count('UntoldFound');
  ports.journal.note('untold order found', { row: rowId(row.key) });
}
