import { fromIso, type Instant, toIso } from '../../../lambdas/domain/basics/instant.ts';
import { columnChange, type RowChange } from '../../../lambdas/domain/order/row-change.ts';
import { type RowKey, rowId } from '../../../lambdas/domain/row/row.ts';
import type { ExactKey, Rows, StoredRow } from '../../../lambdas/ports/rows/rows.ts';
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
    const exact = { task: row.key.task, Id: row.columns.Id as number };
    this.#tables.updateRow(exact, columnChange(change));
    return true;
  }

  async dueBefore(task: string, at: Instant, limit: number): Promise<RowKey[]> {
    const due = this.#tables.byDue.before(task, toIso(at), limit);
    return due.flatMap((name) => this.#tables.rows.get(name)?.key ?? []);
  }

  async *allDueBefore(task: string, at: Instant, from?: Instant): AsyncGenerator<RowKey> {
    for (const key of await this.dueBefore(task, at, Number.POSITIVE_INFINITY)) {
      const dueAt = this.#tables.row(key)?.own.dueAt ?? 0;
      if (from === undefined || dueAt >= from) yield key;
    }
  }

  async waitingFor(who: string, limit: number): Promise<{ key: RowKey; since: Instant }[]> {
    return this.#tables.byWaiting.first(who, limit).flatMap(({ name, text }) => {
      const [key, since] = [this.#tables.rows.get(name)?.key, fromIso(text)];
      return key === undefined || since === undefined ? [] : [{ key, since }];
    });
  }

  async ofTask(
    task: string,
    { order, after, limit }: Parameters<Rows['ofTask']>[1],
  ): Promise<{ rows: StoredRow[]; next?: string }> {
    const sign = order === 'ascending' ? 1 : -1;
    const from = after === undefined ? Number.NEGATIVE_INFINITY : sign * Number(after);
    const left = [...this.#tables.rows.values()]
      .filter(({ key }) => key.task === task && sign * key.Id > from)
      .sort((a, b) => sign * (a.key.Id - b.key.Id));
    const rows = left.slice(0, limit);
    const last = rows.length < limit ? undefined : rows.at(-1);
    return { rows, ...(last && { next: String(last.key.Id) }) };
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
}
