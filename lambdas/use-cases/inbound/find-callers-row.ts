import { second } from '../../domain/basics/instant.ts';
import type { RowKey } from '../../domain/row/row.ts';
import type { Task } from '../../domain/task/task.ts';
import type { RateCounter } from '../../ports/limits/rate-counter.ts';
import type { Ports } from '../../ports/ports.ts';
import type { RowEditor } from '../../ports/rows/row-editor.ts';
import { type NumberPorts, rowsOfNumber } from '../numbers/rows-of-number.ts';

export type CallersRowPorts = NumberPorts &
  Pick<Ports, 'cooldown' | 'clock' | 'journal'> & {
    rateCounter: RateCounter;
    rowEditor: Pick<RowEditor, 'insert'>;
  };

export interface CallersRow {
  row: RowKey;
  task: Task;
}

/**
 * The caller's row in one of the number's tasks. A caller whom the table does not hold gets one in the
 * first task that takes unknown callers; undefined where none does, or strangers were too many.
 */
export async function findCallersRow(
  ports: CallersRowPorts,
  tasks: readonly Task[],
  customer: string,
): Promise<CallersRow | undefined> {
  const found = await firstRow(ports, tasks, customer);
  if (found !== undefined) return found;
  const task = tasks.find((it) => it.attachCalls && it.attachUnknownCallers === true);
  if (task === undefined) return undefined;
  const { cooldown, clock } = ports;
  const isFirst = await cooldown.within(`row:${task.id}:${customer}`, unseenSeconds, clock.now());
  return isFirst ? newRow(ports, task, customer) : awaitRow(ports, tasks, customer);
}

async function firstRow(
  ports: CallersRowPorts,
  tasks: readonly Task[],
  customer: string,
): Promise<CallersRow | undefined> {
  const [found] = await rowsOfNumber(ports, tasks, customer);
  return found && { row: found.row.key, task: found.task };
}

/** The views see a new row within this. */
const unseenSeconds = 5;

/** Whoever makes the row at this moment is a moment ahead: its view follows. */
async function awaitRow(
  ports: CallersRowPorts,
  tasks: readonly Task[],
  customer: string,
): Promise<CallersRow | undefined> {
  for (let n = 0; n < unseenSeconds; n++) {
    await ports.clock.sleepUntil(ports.clock.now() + second);
    const found = await firstRow(ports, tasks, customer);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Callers' numbers can be forged: more strangers than this in an hour get no rows. */
const mostStrangersPerHour = 100;
const hourSeconds = 3600;

async function newRow(
  { rateCounter, rowEditor, clock, journal }: CallersRowPorts,
  task: Task,
  customer: string,
): Promise<CallersRow | undefined> {
  const period = { seconds: hourSeconds, at: clock.now() };
  const strangers = await rateCounter.add(`strangers:${task.id}`, 1, period);
  if (strangers > mostStrangersPerHour) {
    journal.count('StrangerRefused');
    journal.count('CallerSuspected');
    journal.note('stranger refused', { task: task.id });
    return undefined;
  }
  journal.count('StrangerAttached');
  return { row: await rowEditor.insert(task.id, { tel: customer }), task };
}
