import type { RowEdit } from '../../../lambdas/domain/order/row-edit.ts';
import { type Columns, type RowKey, rowId } from '../../../lambdas/domain/row/row.ts';
import { isRowId } from '../../../lambdas/domain/row/row-id.ts';
import type { RowEditor } from '../../../lambdas/ports/rows/row-editor.ts';
import type { StoredRow } from '../../../lambdas/ports/rows/rows.ts';
import type { MemoryTables } from './memory-tables.ts';

export class MemoryRowEditor implements RowEditor {
  readonly #tables: MemoryTables;

  constructor(tables: MemoryTables) {
    this.#tables = tables;
  }

  async insert(task: string, columns: Columns): Promise<RowKey> {
    const key = { task, Id: this.#nextId(task) };
    this.#tables.putRow({ ...columns, ...key });
    return key;
  }

  #nextId(task: string): number {
    const rows = [...this.#tables.rows.values()].filter(({ key }) => key.task === task);
    return Math.max(0, ...rows.map(({ key }) => key.Id).filter(isRowId)) + 1;
  }

  async create(key: RowKey, columns: Columns): Promise<boolean> {
    if (this.#tables.row(key) !== undefined) return false;
    this.#tables.putRow({ ...columns, ...key });
    return true;
  }

  async edit(row: StoredRow, edit: RowEdit): Promise<boolean> {
    if (!this.#tables.stillHolds(row)) return false;
    this.#tables.updateRow(row.key, edit);
    return true;
  }

  async delete(key: RowKey): Promise<boolean> {
    const isThere = this.#tables.rows.has(rowId(key));
    this.#tables.deleteRow(key);
    return isThere;
  }
}
