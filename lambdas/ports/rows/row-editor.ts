import type { RowEdit } from '../../domain/order/row-edit.ts';
import type { Columns, RowKey } from '../../domain/row/row.ts';
import type { StoredRow } from './rows.ts';

/** Rows as people write them: public columns only. */
export interface RowEditor {
  /** Creates a row under the next free Id of the task. Repeating it creates another. */
  insert(task: string, columns: Columns): Promise<RowKey>;

  /** Creates the row; false if it is there. */
  create(key: RowKey, columns: Columns): Promise<boolean>;

  /** Writes the edit if the row still holds what was seen; otherwise changes nothing and returns false. */
  edit(row: StoredRow, edit: RowEdit): Promise<boolean>;

  /** False if there was none. */
  delete(key: RowKey): Promise<boolean>;
}
