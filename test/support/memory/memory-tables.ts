import type { Attempt, AttemptId } from '../../../lambdas/domain/attempt/attempt.ts';
import type { Lock, LockKey } from '../../../lambdas/domain/attempt/lock.ts';
import type { Instant } from '../../../lambdas/domain/basics/instant.ts';
import { type ColumnChange, readOwn } from '../../../lambdas/domain/order/row-change.ts';
import { type Columns, type RowKey, rowId } from '../../../lambdas/domain/row/row.ts';
import type { Clock } from '../../../lambdas/ports/clock.ts';
import { decidingColumns, type Seen, type StoredRow } from '../../../lambdas/ports/rows/rows.ts';
import { SortedIndex } from './sorted-index.ts';

/** What the stream tells of one write to a row; `after` is absent when the row was deleted. */
export interface RowRecord {
  before?: StoredRow;
  after?: StoredRow;
  writtenAt: Instant;
  /** The record's place in the stream. */
  sequence: string;
}

/**
 * The tables, shared by the memory adapters. Items are never changed in place, so a row that was
 * read is a snapshot; a method that does not await is a transaction.
 *
 * `putRow`, `updateRow` and `deleteRow` are open to tests: they are what outside software does.
 */
export class MemoryTables {
  readonly rows = new Map<string, StoredRow>();
  readonly attempts = new Map<AttemptId, Attempt>();
  /** Which attempts a row has, the first one first. */
  readonly attemptsOf = new Map<string, AttemptId[]>();
  readonly byDue = new SortedIndex();
  readonly byWaiting = new SortedIndex();
  /** By the task and the last digits of `tel`: all rows that may hold a number. */
  readonly #byDigits = new SortedIndex();
  readonly locks = new Map<LockKey, Lock>();
  /** Which attempt serves a call that a person made, by the call's SID. */
  readonly calls = new Map<string, AttemptId>();
  readonly #clock: Pick<Clock, 'now'>;
  #records: RowRecord[] = [];
  #written = 0;

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  row(key: RowKey): StoredRow | undefined {
    return this.rows.get(rowId(key));
  }

  /**
   * Writes the whole row: columns that are not named are gone (PutItem). An Id that JavaScript would
   * round is a text here; in the key it is rounded, as a foreign one is when it is read.
   */
  putRow(columns: Columns & RowKey): void {
    const name = rowId(columns);
    const before = this.rows.get(name);
    const key = { task: columns.task, Id: Number(columns.Id) };
    if (before !== undefined && sameColumns(before.columns, columns)) return;
    const after = { key, columns, own: readOwn(columns), seen: columns as unknown as Seen };
    this.rows.set(name, after);
    this.#index(name, columns);
    this.#emit(before, after);
  }

  /** Writes the columns that are named; a row that is not there is created (UpdateItem). */
  updateRow(key: RowKey, change: Partial<ColumnChange>): void {
    const columns: Record<string, unknown> = { ...this.row(key)?.columns, ...change.set };
    for (const name of change.remove ?? []) delete columns[name];
    this.putRow({ ...columns, task: key.task, Id: key.Id });
  }

  deleteRow(key: RowKey): void {
    const before = this.row(key);
    this.rows.delete(rowId(key));
    this.#index(rowId(key), {});
    if (before !== undefined) this.#emit(before, undefined);
  }

  /** Whether the row still holds what was seen of it; false when it is gone. */
  stillHolds(seen: StoredRow): boolean {
    const columns = seen.seen as unknown as Columns & RowKey;
    const current = this.row(columns);
    if (current === undefined) return false;
    return decidingColumns.every((name) => sameValue(current.columns[name], columns[name]));
  }

  /** The rows of the task whose `tel` ends in the same digits as the number. */
  endingAs(task: string, e164: string): StoredRow[] {
    const found = this.#byDigits.first(digitsKey(task, e164), Number.POSITIVE_INFINITY);
    return found.flatMap(({ name }) => this.rows.get(name) ?? []);
  }

  /** How many writes of rows there were. */
  get written(): number {
    return this.#written;
  }

  /** The records since the last call, in the order of the writes. */
  takeRecords(): RowRecord[] {
    const records = this.#records;
    this.#records = [];
    return records;
  }

  #index(name: string, columns: Columns): void {
    this.byDue.put(name, columns.task, columns._due_at);
    this.byWaiting.put(name, columns._waiting_for, columns._waiting_since);
    const { task, tel } = columns;
    this.#byDigits.put(name, tel === undefined ? undefined : digitsKey(String(task), tel), '');
  }

  #emit(before: StoredRow | undefined, after: StoredRow | undefined): void {
    const sequence = String(++this.#written);
    const record: RowRecord = { writtenAt: this.#clock.now(), sequence };
    if (before !== undefined) record.before = before;
    if (after !== undefined) record.after = after;
    this.#records.push(record);
  }
}

/** National numbers have as many digits at least. */
const lastDigits = 6;

function digitsKey(task: string, tel: unknown): string {
  const text = typeof tel === 'string' || typeof tel === 'number' ? String(tel) : '';
  return `${task} ${text.replace(/\D/g, '').slice(-lastDigits)}`;
}

/** A write that changes nothing makes no stream record (DynamoDB). */
function sameColumns(a: Columns, b: Columns): boolean {
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length && names.every((name) => sameValue(a[name], b[name]))
  );
}

/** As the database compares: “10” is not 10, NULL is not absent, maps compare by content. */
function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  return JSON.stringify(a) === JSON.stringify(b);
}
