import type { CustomerClock } from '../../../contract/customer-clock.ts';
import { toE164 } from '../../../domain/basics/phone-number.ts';
import { customerZones } from '../../../domain/gate/zones/customer-zones.ts';
import { type Columns, textOf } from '../../../domain/row/row.ts';
import type { Task } from '../../../domain/task/task.ts';

export function showClock(columns: Columns, task: Task): CustomerClock {
  const to = toE164(textOf(columns.tel) ?? '', task.country);
  const { zones, from } = customerZones({ columns, task, to });
  return { zones: [...zones], from };
}
