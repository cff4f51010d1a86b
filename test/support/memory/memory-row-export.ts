import type { Columns } from '../../../lambdas/domain/row/row.ts';
import type { RowExport } from '../../../lambdas/ports/rows/row-export.ts';
import type { MemoryTables } from './memory-tables.ts';

export class MemoryRowExport implements RowExport {
  readonly #tables: MemoryTables;

  constructor(tables: MemoryTables) {
    this.#tables = tables;
  }

  async *rowsOf(task: string): AsyncGenerator<Columns> {
    const rows = [...this.#tables.rows.values()].filter(({ key }) => key.task === task);
    yield* rows.sort((a, b) => a.key.Id - b.key.Id).map(({ columns }) => columns);
  }
}
