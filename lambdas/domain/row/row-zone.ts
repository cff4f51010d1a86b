import { isTimeZone } from '../basics/time-zone.ts';
import type { Task } from '../task/task.ts';
import { taskZone } from '../task/task-zone.ts';
import { type Columns, textOf } from './row.ts';

/**
 * The zone in which the row's date and time are written: its own, else the task's. Where the customer
 * reads the clock may be elsewhere: `gate/zones/customer-zones.ts`.
 */
export function zoneOf(columns: Columns, task: Pick<Task, 'timeZone'>): string {
  return ownZoneOf(columns) ?? taskZone(task);
}

/** The zone that the row names; others may have written one that is none. */
export function ownZoneOf(columns: Columns): string | undefined {
  const zone = textOf(columns.time_zone);
  return zone !== undefined && isTimeZone(zone) ? zone : undefined;
}
