import { isTimeZone } from '../basics/time-zone.ts';
import { type Columns, textOf } from '../row/row.ts';
import type { Task } from '../task/task.ts';
import { taskZone } from '../task/task-zone.ts';

/** The zone in which the row's customer reads the clock. */
export function zoneOf(columns: Columns, task: Task): string {
  return ownZoneOf(columns) ?? taskZone(task);
}

/** The zone that the row names; others may have written one that is none. */
export function ownZoneOf(columns: Columns): string | undefined {
  const zone = textOf(columns.time_zone);
  return zone !== undefined && isTimeZone(zone) ? zone : undefined;
}
