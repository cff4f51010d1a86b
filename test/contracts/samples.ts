import { type Attempt, attemptId } from '../../lambdas/domain/attempt/attempt.ts';
import type { RowChange } from '../../lambdas/domain/order/row-change.ts';
import { type Columns, orderFieldsOf, type RowKey } from '../../lambdas/domain/row/row.ts';
import type { Claim } from '../../lambdas/ports/calls/attempts.ts';
import type { StoredRow } from '../../lambdas/ports/rows/rows.ts';
import type { Store } from './store.ts';

export const noon = Date.parse('2026-11-23T12:00:00.000Z');
export const second = 1000;
export const key: RowKey = { task: 'demo', Id: 17 };

const dueFields = { status: '10', date_callback: '2026-11-23', time_callback: '12:00:00' };

/** A row that is due at noon and knows it. */
export const dueColumns: Columns & RowKey = {
  ...key,
  tel: '+442079460017',
  имя: 'Мария',
  ...dueFields,
  status: 10,
  _order: dueFields,
  _due_at: '2026-11-23T12:00:00.000Z',
  _promised_at: '2026-11-23T09:00:00.000Z',
};

/** An order for noon, or a later second. */
export function orderFor(dueAt = noon): RowChange & { kind: 'order' } {
  return { kind: 'order', dueAt, fields: dueFields, promisedAt: noon - 3600 * second };
}

export async function rowOf(store: Pick<Store, 'rows'>, which: RowKey = key): Promise<StoredRow> {
  const row = await store.rows.get(which);
  if (row === undefined) throw new Error(`no row ${which.task}.${which.Id}`);
  return row;
}

export async function putDueRow(
  store: Pick<Store, 'rows' | 'outside'>,
  columns: Partial<RowKey> & Columns = {},
): Promise<StoredRow> {
  const row = { ...dueColumns, ...columns };
  await store.outside.put(row);
  return rowOf(store, row);
}

export function attemptFor(row: StoredRow, suffix: string, given: Partial<Attempt> = {}): Attempt {
  return {
    id: attemptId(row.key, suffix),
    row: row.key,
    origin: 'callback',
    dueAt: noon,
    promisedAt: noon - 3600 * second,
    servesPromise: true,
    order: { ...orderFieldsOf(row.columns), status: '11' },
    tel: String(row.columns.tel),
    customer: String(row.columns.tel),
    operator: { id: 'anna', address: '+442079460101' },
    claimedAt: noon,
    facts: {},
    ...given,
  };
}

export function claimOf(row: StoredRow, attempt: Attempt, at = noon): Claim {
  const fields = orderFieldsOf(row.columns);
  return { attempt, row, change: { kind: 'serve', attempt: attempt.id, fields, at }, at };
}

/** A row in service with a new attempt. */
export async function claimed(
  store: Pick<Store, 'rows' | 'outside' | 'attempts'>,
  { suffix = 'a1', ...given }: Partial<Attempt> & { suffix?: string } = {},
): Promise<Attempt> {
  const row = await putDueRow(store);
  const attempt = attemptFor(row, suffix, given);
  const result = await store.attempts.claim(claimOf(row, attempt));
  if (result !== 'claimed') throw new Error(`expected claimed, got ${result}`);
  return attempt;
}
