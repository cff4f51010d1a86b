import type { Instant } from '../basics/instant.ts';

/**
 * The subscriber row, a public contract: other software writes it, so every column is read with
 * care. Numbers may come as strings; empty strings and NULL are absent.
 */

export const Status = {
  callAtPromise: 10,
  inService: 11,
  callbackSucceeded: 12,
  attemptsUsedUp: 13,
  mayNotBeCalled: 14,
} as const;

/** How a row may end: undefined removes the status. */
export type FinalStatus = 12 | 13 | 14 | undefined;

/** Which row: the table's key. */
export interface RowKey {
  task: string;
  Id: number;
}

/** All columns as the table holds them; names that begin with `_` are the system's own. */
export type Columns = Readonly<Record<string, unknown>>;

/** The columns that order a call, in the form in which they are compared. */
export interface OrderFields {
  status?: string;
  callaftermin?: string;
  date_callback?: string;
  time_callback?: string;
  time_zone?: string;
}

export const orderColumns = [
  'status',
  'callaftermin',
  'date_callback',
  'time_callback',
  'time_zone',
] as const satisfies readonly (keyof OrderFields)[];

/** The order columns in one comparable form: trimmed texts, absent ones left out. */
export function orderFieldsOf(columns: Columns): OrderFields {
  const fields: OrderFields = {};
  for (const name of orderColumns) {
    const text = textOf(columns[name]);
    if (text !== undefined) fields[name] = text;
  }
  return fields;
}

export function sameFields(a: OrderFields, b: OrderFields | undefined): boolean {
  return b !== undefined && orderColumns.every((name) => a[name] === b[name]);
}

/** A column as text; absent, NULL and empty are undefined. Lists and maps read as JSON. */
export function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  const text = (typeof value === 'object' ? JSON.stringify(value) : String(value)).trim();
  return text === '' ? undefined : text;
}

/** The row's id as one text, `task.Id`: stands in attempt ids, lock keys and logs. */
export function rowId(key: RowKey): string {
  return `${key.task}.${key.Id}`;
}

/** Whether the row's number may not be called until a person lifts that by removing the status. */
export function isBarred(row: { columns: Columns; own: OwnColumns } | undefined): boolean {
  const barred = String(Status.mayNotBeCalled);
  return textOf(row?.columns.status) === barred || row?.own.order?.status === barred;
}

/** What the system keeps in the row for itself. */
export interface OwnColumns {
  /** The order as it was last taken. */
  order?: OrderFields;
  dueAt?: Instant;
  /** When a person, or outside software, last made the promise that stands. */
  promisedAt?: Instant;
  /** The attempt that the row is in service with. */
  attempt?: string;
  problem?: string;
  /** What was refused, so that it is judged once: the order, the number and the operator. */
  refused?: string;
  /** Since when a due call waits for an operator, and for whom (an operator or a task). */
  waitingSince?: Instant;
  waitingFor?: string;
}
