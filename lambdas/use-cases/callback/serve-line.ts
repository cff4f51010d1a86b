import { delaySeconds, ringAtOf } from '../../domain/attempt/dial-timing.ts';
import { type Instant, second } from '../../domain/basics/instant.ts';
import { dueAtOf, type RowKey, rowId } from '../../domain/row/row.ts';
import type { Task } from '../../domain/task/task.ts';
import type { DueRow } from '../promises/book-row.ts';
import { offerIfFree } from './find-operator.ts';
import { type ServeRowPorts, serveRow } from './serve-row.ts';
import { submitCall } from './submit-call.ts';

/** So long one function serves the line, in milliseconds: the calls that it sends last have 10 s more. */
const shift = 8 * second;

/** So many rows of a task are looked up at once. */
const pageSize = 10;

/** What the index does not show after this long was not written when it was asked, in milliseconds. */
const indexLag = second;

/** A person who waits at a button for the same slot comes so much earlier, in milliseconds. */
const personsLead = 20;

/** One after the other, so many calls a second can be claimed. */
const callsPerLane = 10;
const mostLanes = 20;

interface Shift {
  endsAt: Instant;
  /** The next slot, where that is later than the end. */
  goesOnAt?: Instant;
  /** Rows that had their turn, with the instant for which they had it. */
  served: Set<string>;
  aside: Promise<void>[];
  troubles: unknown[];
}

/**
 * Serves the rows that wait for a call slot, over all tasks, the longest due first: each slot is
 * waited for here, by one, and not by every row. Ends when nobody waits, else another goes on.
 */
export async function serveLine(ports: ServeRowPorts): Promise<void> {
  const endsAt = ports.clock.now() + shift;
  const state: Shift = { endsAt, served: new Set(), aside: [], troubles: [] };
  if (await isAnybodyLeft(ports, state)) {
    const left = (state.goesOnAt ?? endsAt) - ports.clock.now();
    await ports.dialQueue.send({ kind: 'slot-free' }, delaySeconds(left));
  }
  await Promise.all(state.aside);
  if (state.troubles.length > 0) throw state.troubles[0];
}

/**
 * The index may be behind, and a newcomer may be sent into the line in the very moment in which it
 * is left: so it is looked at once more before that and after.
 */
async function isAnybodyLeft(ports: ServeRowPorts, state: Shift): Promise<boolean> {
  const { clock, callRate } = ports;
  for (let looks = 0; !isOver(ports, state); ) {
    const line = await longestDue(ports, state);
    if (line.length > 0) {
      looks = 0;
      await serveAll(ports, state, line);
    } else if (++looks === 1) await clock.sleepUntil(clock.now() + indexLag);
    else if (looks === 2) await callRate.leaveLine();
    else return false;
  }
  return true;
}

function isOver({ clock }: Pick<ServeRowPorts, 'clock'>, { endsAt, goesOnAt }: Shift): boolean {
  return goesOnAt !== undefined || clock.now() >= endsAt;
}

/** The rows that should have been called by now, by their indexes: hints. */
async function longestDue(ports: ServeRowPorts, state: Shift): Promise<DueRow[]> {
  const tasks = (await ports.directory.tasks()).filter(({ paused }) => paused === undefined);
  const found = await Promise.all(tasks.map((task) => dueOf(ports, state, task)));
  const waitsSince = ({ row, dueAt }: DueRow) => row.own.waitingSince ?? dueAt;
  return found.flat().sort((a, b) => waitsSince(a) - waitsSince(b));
}

async function dueOf(
  { rows, clock }: ServeRowPorts,
  { served }: Shift,
  task: Task,
): Promise<DueRow[]> {
  const latest = clock.now() + task.ringAheadSeconds * second;
  const keys = await rows.dueBefore(task.id, latest + 1, pageSize + served.size);
  const due = (await rows.getMany(keys)).flatMap((row) => {
    const dueAt = dueAtOf(row);
    return dueAt === undefined || dueAt > latest ? [] : [{ row, task, dueAt }];
  });
  return due.filter((it) => !served.has(turnOf(it))).slice(0, pageSize);
}

function turnOf({ row, dueAt }: DueRow): string {
  return `${rowId(row.key)}@${dueAt}`;
}

async function serveAll(ports: ServeRowPorts, state: Shift, line: DueRow[]): Promise<void> {
  const { callsPerSecond } = await ports.directory.account();
  const lanes = Math.min(Math.ceil((callsPerSecond ?? 0) / callsPerLane) || 1, mostLanes);
  const queue = [...line];
  const serveNext = async () => {
    for (let due = queue.shift(); due !== undefined; due = queue.shift()) {
      if (isOver(ports, state)) return;
      await serveInTurn(ports, state, due);
    }
  };
  await Promise.all(Array.from({ length: lanes }, serveNext));
}

/** What goes wrong with one row is thrown at the end, and stops no other. */
async function serveInTurn(ports: ServeRowPorts, state: Shift, due: DueRow): Promise<void> {
  try {
    for (;;) {
      const until = await serveOnce(ports, state, due.row.key);
      if (until === undefined) break;
      if (until >= state.endsAt) {
        state.goesOnAt = until;
        return;
      }
      await ports.clock.sleepUntil(until + personsLead);
    }
  } catch (error) {
    state.troubles.push(error);
  }
  state.served.add(turnOf(due));
}

/** Until when the next slot is to be waited for; undefined when the row had its turn. */
async function serveOnce(
  ports: ServeRowPorts,
  state: Shift,
  key: RowKey,
): Promise<Instant | undefined> {
  const row = await ports.rows.get(key);
  const task = await ports.directory.task(key.task);
  const dueAt = dueAtOf(row);
  if (!row || !task || dueAt === undefined) return undefined;
  const ringAt = ringAtOf(dueAt, task);
  if (ringAt > ports.clock.now()) return undefined;
  const served = await serveRow(ports, { row, task, dueAt }, { by: 'line' });
  if (served.kind === 'wait') return served.until;
  if (served.kind === 'put-to-wait') doAside(state, offerIfFree(ports, served.awaited));
  if (served.kind !== 'claimed') return undefined;
  const call = { attempt: served.attempt, task, startAt: ports.clock.now(), ringAt };
  doAside(state, submitCall(ports, call));
  return undefined;
}

/** The next row does not wait for it. */
function doAside(state: Shift, work: Promise<void>): void {
  state.aside.push(work.catch((error) => void state.troubles.push(error)));
}
