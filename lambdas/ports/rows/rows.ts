import type { Instant } from '../../domain/basics/instant.ts';
import type { RowChange } from '../../domain/order/row-change.ts';
import { orderColumns, type Row, type RowKey } from '../../domain/row/row.ts';

/** A key as the table has it. */
export interface ExactKey {
  task: string;
  Id: string;
}

/** A row as it was read; `seen` is what a later write is conditional on. */
export interface StoredRow extends Row {
  key: RowKey;
  seen: Seen;
}

/**
 * The adapter's own snapshot of the values that decide about a call: the order columns, `tel`,
 * `operator_number`, `_due_at`, `_attempt`, `_refused` and `_apology`, exactly as stored (“10” is not 10).
 */
export type Seen = { readonly brand: 'seen' };

export const decidingColumns = [
  ...orderColumns,
  'tel',
  'operator_number',
  '_due_at',
  '_attempt',
  '_refused',
  '_apology',
] as const;

/** The subscriber table. Outside software writes it at any moment. */
export interface Rows {
  /** Strongly consistent. An Id that JavaScript would round comes as text. */
  get(key: RowKey | ExactKey): Promise<StoredRow | undefined>;

  /** Those that are there, in the order of the keys, each once. Strongly consistent. */
  getMany(keys: readonly RowKey[]): Promise<StoredRow[]>;

  /**
   * Applies the change if the row still holds what was seen; otherwise changes nothing and
   * returns false. Never creates a row. Repeating it returns false.
   */
  change(row: StoredRow, change: RowChange): Promise<boolean>;

  /** Rows at 10 that are due before the instant, earliest first. From an index, so only a hint. */
  dueBefore(task: string, at: Instant, limit: number): Promise<RowKey[]>;

  /** The same, all of them, or those that are due at `from` or later, read page by page as they are asked for. */
  allDueBefore(task: string, at: Instant, from?: Instant): AsyncIterable<RowKey>;

  /** Rows whose due call waits for this operator or task, longest waiting first. A hint too. */
  waitingFor(who: string, limit: number): Promise<{ key: RowKey; since: Instant }[]>;

  /**
   * Rows of a task by ascending or descending Id, from the one after `after`, so many at most. `next` is
   * where the next page begins; absent on the last. Each may be a second old.
   */
  ofTask(
    task: string,
    page: { order: 'ascending' | 'descending'; after?: string | undefined; limit: number },
  ): Promise<{ rows: StoredRow[]; next?: string }>;

  /** One page of the whole table in no particular order; `next` is undefined on the last. */
  page(cursor: string | undefined, limit: number): Promise<{ rows: StoredRow[]; next?: string }>;
}
