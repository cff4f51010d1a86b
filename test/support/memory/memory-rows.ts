import { fromIso, type Instant, toIso } from '../../../lambdas/domain/basics/instant.ts';
import { columnChange, type RowChange } from '../../../lambdas/domain/order/row-change.ts';
import { type RowKey, rowId } from '../../../lambdas/domain/row/row.ts';
import type { ExactKey, Rows, StoredRow } from '../../../lambdas/ports/rows.ts';
import type { MemoryTables } from './memory-tables.ts';

export class MemoryRows implements Rows {
  readonly #tables: MemoryTables;

  constructor(tables: MemoryTables) {
    this.#tables = tables;
  }

  async get(key: RowKey | ExactKey): Promise<StoredRow | undefined> {
    return this.#tables.rows.get(`${key.task}.${key.Id}`);
  }

  async getMany(keys: readonly RowKey[]): Promise<StoredRow[]> {
    const names = new Set(keys.map(rowId));
    return [...names].flatMap((name) => this.#tables.rows.get(name) ?? []);
  }

  async change(row: StoredRow, change: RowChange): Promise<boolean> {
    if (!this.#tables.stillHolds(row)) return false;
    this.#tables.updateRow(row.key, columnChange(change));
    return true;
  }

  async dueBefore(task: string, at: Instant, limit: number): Promise<RowKey[]> {
    const before = toIso(at);
    const due = this.#indexed('_due_at', (row) => row.key.task === task);
    return due
      .filter(({ text }) => text < before)
      .slice(0, limit)
      .map(({ row }) => row.key);
  }

  async *allDueBefore(task: string, at: Instant, from?: Instant): AsyncGenerator<RowKey> {
    for (const key of await this.dueBefore(task, at, Number.POSITIVE_INFINITY)) {
      const dueAt = this.#tables.row(key)?.own.dueAt ?? 0;
      if (from === undefined || dueAt >= from) yield key;
    }
  }

  async waitingFor(who: string, limit: number): Promise<{ key: RowKey; since: Instant }[]> {
    const waiting = this.#indexed('_waiting_since', (row) => row.columns._waiting_for === who);
    return waiting
      .slice(0, limit)
      .map(({ row, text }) => ({ key: row.key, since: fromIso(text) }))
      .filter((it): it is { key: RowKey; since: Instant } => it.since !== undefined);
  }

  async page(
    cursor: string | undefined,
    limit: number,
  ): Promise<{ rows: StoredRow[]; next?: string }> {
    const from = Number(cursor ?? 0);
    const rows = [...this.#tables.rows.values()].slice(from, from + limit);
    const next = from + limit;
    return next < this.#tables.rows.size ? { rows, next: String(next) } : { rows };
  }

  /** A sparse index: the rows with a text in the column, sorted by it. */
  #indexed(
    column: string,
    belongs: (row: StoredRow) => boolean,
  ): { row: StoredRow; text: string }[] {
    const found: { row: StoredRow; text: string }[] = [];
    for (const row of this.#tables.rows.values()) {
      const text = row.columns[column];
      if (typeof text === 'string' && belongs(row)) found.push({ row, text });
    }
    return found.sort((a, b) => (a.text < b.text ? -1 : Number(a.text > b.text)));
  }
}
