import type { Instant } from '../basics/instant.ts';
import { type Columns, type OwnColumns, orderFieldsOf, Status, sameFields } from './row.ts';

/** The instant that the row waits for at 10, once its order is taken. */
export function dueAtOf(
  row: { columns: Columns; own: OwnColumns } | undefined,
): Instant | undefined {
  if (row === undefined) return undefined;
  const fields = orderFieldsOf(row.columns);
  const isTaken =
    Number(fields.status) === Status.callAtPromise && sameFields(fields, row.own.order);
  return isTaken ? row.own.dueAt : undefined;
}
