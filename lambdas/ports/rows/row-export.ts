import type { Columns } from '../../domain/row/row.ts';

/** The whole of a task's table, for export. */
export interface RowExport {
  /** The task's rows by ascending Id, page by page as they are read. Each may be a second old. */
  rowsOf(task: string): AsyncIterable<Columns>;
}
