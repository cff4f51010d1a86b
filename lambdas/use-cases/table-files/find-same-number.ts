import { idOf, type WellFormedLine } from '../../domain/import/import-line.ts';
import { numberOfLine, type SameNumber } from '../../domain/import/same-numbers.ts';
import type { Task } from '../../domain/task/task.ts';

/** The Ids of the task's rows that hold a number. */
export type RowsOfNumber = (task: Task, e164: string) => Promise<readonly number[]>;

export interface LineToCompare {
  task: Task;
  line: WellFormedLine;
  earlierLine: number | undefined;
}

/** Who has the line's number beside it: an earlier line of the file, or rows of the task. */
export async function findSameNumber(
  rowsOfNumber: RowsOfNumber,
  { task, line, earlierLine }: LineToCompare,
): Promise<SameNumber | undefined> {
  const number = numberOfLine(line.cells, task.country);
  if (number === undefined) return undefined;
  const own = idOf(line.cells);
  const rows = (await rowsOfNumber(task, number)).filter((Id) => Id !== own);
  if (earlierLine === undefined && rows.length === 0) return undefined;
  return { line: line.line, number, rows, ...(earlierLine !== undefined && { earlierLine }) };
}
