import { toE164 } from '../../lambdas/domain/basics/phone-number.ts';
import { textOf } from '../../lambdas/domain/row/row.ts';
import type { Task } from '../../lambdas/domain/task/task.ts';
import type { RowExport } from '../../lambdas/ports/rows/row-export.ts';
import type { RowsOfNumber } from '../../lambdas/use-cases/table-files/find-same-number.ts';

/** Which rows hold a number: the task's rows are read once, when it is first asked. */
export function numbersOfTable(rowExport: RowExport): RowsOfNumber {
  let known: Promise<Map<string, number[]>> | undefined;
  return async (task, e164) => {
    known ??= readNumbers(rowExport, task);
    return (await known).get(e164) ?? [];
  };
}

async function readNumbers(rowExport: RowExport, task: Task): Promise<Map<string, number[]>> {
  const rows = new Map<string, number[]>();
  for await (const { Id, tel } of rowExport.rowsOf(task.id)) {
    const number = toE164(textOf(tel) ?? '', task.country);
    if (number === undefined) continue;
    const Ids = rows.get(number);
    if (Ids === undefined) rows.set(number, [Number(Id)]);
    else Ids.push(Number(Id));
  }
  return rows;
}
