import { toInstant, toLocalTime } from '../basics/local-time.ts';
import { orderFieldsFor } from '../row/order-fields-for.ts';
import { dueAtOf, orderFieldsOf, type Row } from '../row/row.ts';
import { zoneOf } from '../row/row-zone.ts';
import type { Task } from '../task/task.ts';
import type { RowChange } from './row-change.ts';

/**
 * What puts an order right whose instant is not what its wall clock says any more: the zone's rules were
 * changed since it was taken, or the zone of its task. A promise was made by the wall clock, and moves;
 * the system's own next try stays where it is, and is written by the new clock. Undefined where both agree.
 */
export function retimed(row: Row, task: Task): (RowChange & { kind: 'order' }) | undefined {
  const dueAt = dueAtOf(row);
  const { date_callback: date, time_callback: time, time_zone } = orderFieldsOf(row.columns);
  if (dueAt === undefined || date === undefined || time === undefined) return undefined;
  const zone = zoneOf(row.columns, task);
  const shown = toLocalTime(dueAt, zone);
  if (shown.date === date && shown.time === time) return undefined;
  const { promisedAt = dueAt, promisedFor = dueAt, waitingSince, waitingFor } = row.own;
  const isWaiting = waitingSince !== undefined && waitingFor !== undefined;
  const isPromise = promisedFor === dueAt;
  const newDueAt = isPromise ? toInstant({ date, time }, zone) : dueAt;
  return {
    kind: 'order',
    dueAt: newDueAt,
    fields: orderFieldsFor(newDueAt, time_zone, zone),
    promisedAt,
    promisedFor: isPromise ? newDueAt : promisedFor,
    dialledAt: row.own.dialledAt,
    delayedBy: row.own.delayedBy,
    waiting: isWaiting ? { since: waitingSince, for: waitingFor } : undefined,
  };
}
