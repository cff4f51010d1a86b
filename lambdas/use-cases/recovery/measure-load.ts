import type { Attempt } from '../../domain/attempt/attempt.ts';
import { hour } from '../../domain/basics/instant.ts';
import { isAtWork } from '../../domain/task/operator-line.ts';
import { talkingSince } from '../../domain/views/attempt-view.ts';
import type { Ports } from '../../ports/ports.ts';

export type GaugePorts = Pick<
  Ports,
  'rows' | 'attempts' | 'directory' | 'views' | 'clock' | 'journal'
>;

/** How many rows are overdue or will be, and what operators do at this moment. */
export async function measureLoad(
  ports: GaugePorts,
  { overdue, live }: { overdue: number; live: readonly Attempt[] },
): Promise<void> {
  const { attempts, clock, journal } = ports;
  const talking = live.filter((it) => talkingSince(it) !== undefined).length;
  const wrappingUp = await attempts.wrappingUp(clock.now());
  journal.gauge('OverdueRows', overdue);
  journal.gauge('OperatorsTalking', talking);
  journal.gauge('OperatorsWaiting', live.length - talking);
  journal.gauge('OperatorsWrappingUp', wrappingUp.length);
  journal.gauge('OrphanedRows', await orphans(ports));
}

/** Who is away may be back by then: what is promised for later is nobody’s trouble yet. */
const soon = hour;
const mostPerTask = 100;

/** Calls that are promised soon, for operators who are away or gone. */
async function orphans({ rows, directory, views, clock }: GaugePorts): Promise<number> {
  const operators = (await directory.operators()).filter((it) => !isAtWork(it));
  const addresses = operators.flatMap((it) => it.addresses);
  if (addresses.length === 0) return 0;
  const from = clock.now();
  const to = from + soon;
  let found = 0;
  for (const { id } of await directory.tasks()) {
    const [first] = await rows.dueBefore(id, to, 1);
    if (first === undefined) continue;
    const page = { from, to, limit: mostPerTask };
    found += (await views.promisedFor(id, addresses, page)).promises.length;
  }
  return found;
}
