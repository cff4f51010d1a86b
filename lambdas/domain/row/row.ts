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
  doNotCall: 14,
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
    if (text !== undefined) fields[name] = withoutFraction(text);
  }
  return fields;
}

/** A whole number as a table tool writes it: `10.0` is 10. */
function withoutFraction(text: string): string {
  return text.replace(/^(\d+)\.0+$/, '$1');
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

/** Who can keep a promise from being kept on time: ourselves, operators, the customer, or the rules. */
export const delays = ['ours', 'operators', 'customer', 'rules'] as const;

export type Delay = (typeof delays)[number];

/** What the system keeps in the row for itself. */
export interface OwnColumns {
  /** The order as it was last taken. */
  order?: OrderFields;
  dueAt?: Instant;
  /** When a person, or outside software, last made the promise that stands. */
  promisedAt?: Instant;
  /** The instant that they promised, kept through all tries; `dueAt` is the next try. */
  promisedFor?: Instant;
  /** When the customer's phone was first dialled for this promise. */
  dialledAt?: Instant;
  /** Whose doing it is that the next try comes later than the promise. */
  delayedBy?: Delay;
  /** Which rule of the gate put the next try off: its code. */
  putOffBy?: string;
  /** When others changed the date, the time or the minutes while the call was on. */
  changedAt?: Instant;
  /** The attempt that the row is in service with. */
  attempt?: string;
  problem?: string;
  /** The same as code and details, in JSON. */
  problemCode?: string;
  /** What was refused, so that it is judged once: the order, the number and the operator. */
  refused?: string;
  /** Since when a due call waits for an operator, and for whom (an operator or a task). */
  waitingSince?: Instant;
  waitingFor?: string;
  /** It is at 14 because of its number, and not because somebody wrote that into it. */
  isBarredByNumber?: true;
  /** The last text by which somebody apologised for a promise that was not kept. */
  apology?: Apology;
}

export interface Apology {
  /** The promise: an instant. */
  for: Instant;
  /** The network's id of the text; absent while nobody knows whether it was sent. */
  text?: string;
}

/** A row as it was read. */
export interface Row {
  columns: Columns;
  own: OwnColumns;
}

type ReadColumns = Pick<Row, 'columns'>;

/** The status as it was written, judged or not; NaN where a writer left a text that is no number. */
export function statusOf(row: ReadColumns | undefined): number | undefined {
  const text = textOf(row?.columns.status);
  return text === undefined ? undefined : Number(text);
}

export function isInService(row: ReadColumns | undefined): boolean {
  return statusOf(row) === Status.inService;
}

/** Whether the row asks for a call, be the order taken, refused or not yet judged. */
export function asksForCall(row: ReadColumns | undefined): boolean {
  return statusOf(row) === Status.callAtPromise;
}

/** Whether the row still orders what the system last took, or itself wrote. */
export function isOrderTaken({ columns, own }: Row): boolean {
  return sameFields(orderFieldsOf(columns), own.order);
}

/** The instant that the row waits for, once its order is taken. */
export function dueAtOf(row: Row | undefined): Instant | undefined {
  if (row === undefined || !asksForCall(row)) return undefined;
  return isOrderTaken(row) ? row.own.dueAt : undefined;
}

/** Whether the row still waits for just this instant. */
export function isWaitingAt(row: Row | undefined, dueAt: Instant): boolean {
  return dueAtOf(row) === dueAt;
}

/** Whether the row can be called, never was, and orders nothing. */
export function isFresh({ columns: { tel, status, date_call } }: ReadColumns): boolean {
  return textOf(tel) !== undefined && textOf(status) === undefined && !textOf(date_call);
}

/** Whether the row's number may not be called until a person lifts that by removing the status. */
export function isDoNotCall(row: Row | undefined): boolean {
  return statusOf(row) === Status.doNotCall || row?.own.order?.status === String(Status.doNotCall);
}

/** Whether somebody wrote into the row itself that its number may not be called: others with the number may not be either. */
export function barsItsNumber(row: Row): boolean {
  return isDoNotCall(row) && row.own.isBarredByNumber === undefined;
}

/** Whether the column is for all to see and to write: neither the system's own nor part of the key. */
export function isPublic(name: string): boolean {
  return !name.startsWith('_') && name !== 'task' && name !== 'Id';
}
