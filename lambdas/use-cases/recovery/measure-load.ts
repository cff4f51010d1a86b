import type { Attempt } from '../../domain/attempt/attempt.ts';
import { hour, minute } from '../../domain/basics/instant.ts';
import { isAtWork } from '../../domain/task/operator-line.ts';
import { talkingSince } from '../../domain/views/attempt-view.ts';
import type { Ports } from '../../ports/ports.ts';
import { membersOf } from '../callback/find-operator.ts';
import { findStaff } from '../callback/find-staff.ts';
import { openPromises } from '../promises/list-overdue.ts';

export type GaugePorts = Pick<
  Ports,
  'rows' | 'attempts' | 'directory' | 'views' | 'presence' | 'clock' | 'journal'
>;

/** How many calls are overdue or have nobody who would take them, and what operators do at this moment. */
export async function measureLoad(ports: GaugePorts, live: readonly Attempt[]): Promise<void> {
  const { attempts, clock, journal } = ports;
  const talking = live.filter((it) => talkingSince(it) !== undefined).length;
  const wrappingUp = await attempts.wrappingUp(clock.now());
  journal.gauge('OverdueRows', await overdueRows(ports));
  journal.gauge('UnattendedTasks', await unattended(ports));
  journal.gauge('OperatorsTalking', talking);
  journal.gauge('OperatorsWaiting', live.length - talking);
  journal.gauge('OperatorsWrappingUp', wrappingUp.length);
  journal.gauge('OrphanedRows', await orphans(ports));
}

/** What calling hours or a pause hold back waits as it shall, and is nobody's trouble. */
async function overdueRows(ports: GaugePorts): Promise<number> {
  const tasks = (await ports.directory.tasks()).filter(({ paused }) => paused === undefined);
  const open = await openPromises(ports, tasks);
  return open.filter(({ delayedBy }) => delayedBy !== 'rules').length;
}

/** A call that is due so soon needs somebody now. */
const atHand = 5 * minute;

/** Tasks with calls that wait or are due, and nobody at work who responds. */
async function unattended(ports: GaugePorts): Promise<number> {
  const { rows, directory, clock } = ports;
  const operators = await directory.operators();
  let found = 0;
  for (const task of await directory.tasks()) {
    if (task.paused !== undefined) continue;
    const due = await rows.dueBefore(task.id, clock.now() + atHand, 1);
    const waiting = due.length > 0 ? due : await rows.waitingFor(`task:${task.id}`, 1);
    if (waiting.length === 0) continue;
    const { lines } = await findStaff(ports, membersOf(task, operators));
    if (lines.length === 0) found += 1;
  }
  return found;
}

/** Operators who are away may be back by then: later promises are not counted yet. */
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
