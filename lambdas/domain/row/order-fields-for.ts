import type { Instant } from '../basics/instant.ts';
import { toLocalTime } from '../basics/local-time.ts';
import { type OrderFields, Status } from './row.ts';

/** The order fields as the row shows them once the order is taken. */
export function orderFieldsFor(
  dueAt: Instant,
  rowZone: string | undefined,
  zone: string,
): OrderFields {
  const local = toLocalTime(dueAt, zone);
  const fields: OrderFields = {
    status: String(Status.callAtPromise),
    date_callback: local.date,
    time_callback: local.time,
  };
  if (rowZone !== undefined) fields.time_zone = rowZone;
  return fields;
}
