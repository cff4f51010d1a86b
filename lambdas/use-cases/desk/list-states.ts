import { day, type Instant } from '../../domain/basics/instant.ts';
import { startOfDay } from '../../domain/basics/local-time.ts';
import type { Operator, Task } from '../../domain/task/task.ts';
import { taskZone } from '../../domain/task/task-zone.ts';
import { type StateSpan, stateSpans } from '../../domain/views/state-span.ts';
import type { StateLog } from '../../ports/people/state-log.ts';
import type { Ports } from '../../ports/ports.ts';

/** An operator's states of the day of this instant, by the clocks of their first task. */
export async function statesOfDay(
  { stateLog, directory }: Pick<Ports, 'directory'> & { stateLog: StateLog },
  { id }: Pick<Operator, 'id'>,
  at: Instant,
): Promise<StateSpan[]> {
  const tasks = (await directory.tasks()).filter(({ operators }) => operators.includes(id));
  const from = startOfDay(at, zoneOf(tasks));
  const span = { from, until: startOfDay(from + day + day / 2, zoneOf(tasks)) };
  return stateSpans(await stateLog.changes(id, span), span);
}

function zoneOf([first]: readonly Task[]): string {
  return taskZone(first ?? { timeZone: 'UTC' });
}
