import { countryOf } from '../../basics/phone-number.ts';
import { canTellTime } from '../../basics/time-zone.ts';
import type { Columns } from '../../row/row.ts';
import { ownZoneOf } from '../../row/row-zone.ts';
import type { Task } from '../../task/task.ts';
import { taskZone } from '../../task/task-zone.ts';
import { zonesOfArea } from './area-zones.ts';
import { zonesOfCountry } from './country-zones.ts';

export const zoneSources = ['row', 'number', 'country', 'task'] as const;

/**
 * Whose word it is: the row's column `time_zone`; the number, whose country or area has one zone (an
 * area on a border has both); a country of several zones, since the number does not tell which; the
 * task, since the number tells no country.
 */
export type ZoneSource = (typeof zoneSources)[number];

/** Where the customer reads the clock. Of several zones nobody knows which: all must permit a call. */
export interface CustomerZones {
  zones: readonly [string, ...string[]];
  from: ZoneSource;
}

export interface Customer {
  columns: Columns;
  task: Pick<Task, 'timeZone'>;
  /** E.164; undefined where what was given is no phone number. */
  to: string | undefined;
}

export function customerZones({ columns, task, to }: Customer): CustomerZones {
  const named = ownZoneOf(columns);
  if (named !== undefined) return { zones: [named], from: 'row' };
  return (to && zonesOfNumber(to)) || { zones: [taskZone(task)], from: 'task' };
}

/** The one zone by which a customer is told a time: theirs where it is known, else the task's. */
export function spokenZone(customer: Customer): string {
  const { zones, from } = customerZones(customer);
  return from === 'country' ? taskZone(customer.task) : zones[0];
}

function zonesOfNumber(number: string): CustomerZones | undefined {
  const [area, ...beside] = zonesOfArea(number).filter(canTellTime);
  if (area !== undefined) return { zones: [area, ...beside], from: 'number' };
  const [first, ...others] = zonesOfCountry(countryOf(number) ?? '').filter(canTellTime);
  if (first === undefined) return undefined;
  return { zones: [first, ...others], from: others.length === 0 ? 'number' : 'country' };
}
