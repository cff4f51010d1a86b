import type { Columns } from '../../domain/row.ts';
import type { Roster } from '../../ports/roster.ts';
import type { MemoryTables } from './memory-tables.ts';

export class MemoryRoster implements Roster {
  readonly #tables: MemoryTables;

  constructor(tables: MemoryTables) {
    this.#tables = tables;
  }

  async *rowsOf(task: string): AsyncGenerator<Columns> {
    const rows = [...this.#tables.rows.values()].filter(({ key }) => key.task === task);
    yield* rows.sort((a, b) => a.key.Id - b.key.Id).map(({ columns }) => columns);
  }
}
