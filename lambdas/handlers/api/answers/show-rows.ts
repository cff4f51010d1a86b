import type { RowView } from '../../../contract/rows.ts';
import type { Language } from '../../../domain/basics/language.ts';
import type { Directory } from '../../../ports/people/directory.ts';
import type { StoredRow } from '../../../ports/rows/rows.ts';
import { showRow } from './show-row.ts';

/** Rows of several tasks; those of a task that is gone are left out. */
export async function showRows(
  { directory }: { directory: Directory },
  rows: readonly StoredRow[],
  language: Language,
): Promise<RowView[]> {
  const [tasks, operators] = await Promise.all([directory.tasks(), directory.operators()]);
  return rows.flatMap((row) => {
    const task = tasks.find(({ id }) => id === row.key.task);
    return task === undefined ? [] : [showRow(row, { task, operators, language })];
  });
}
