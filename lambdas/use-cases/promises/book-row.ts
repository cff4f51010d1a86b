import { operatorRetryAt } from '../../domain/attempt/dial-timing.ts';
import { type Instant, second, upToWholeSecond } from '../../domain/basics/instant.ts';
import type { GateReason } from '../../domain/gate/gate-reasons.ts';
import type { Waiting } from '../../domain/order/row-change.ts';
import { orderFieldsFor } from '../../domain/row/order-fields-for.ts';
import { type Delay, dueAtOf, type RowKey, rowId, textOf } from '../../domain/row/row.ts';
import { zoneOf } from '../../domain/row/row-zone.ts';
import { courseAfter } from '../../domain/settlement/promise-course.ts';
import type { Task } from '../../domain/task/task.ts';
import type { Ports } from '../../ports/ports.ts';
import type { StoredRow } from '../../ports/rows/rows.ts';
import { refuseRow } from './judge-row.ts';

export interface DueRow {
  row: StoredRow;
  task: Task;
  dueAt: Instant;
}

export interface Booking {
  at: Instant;
  waiting?: Waiting | undefined;
  /** Whose doing it is, where that makes the promise late. */
  delayedBy?: Delay;
  /** Which rule of the gate says no to the instant that was. */
  putOffBy?: GateReason;
}

/** Moves a due row to another instant; the promise that it keeps stays the same. */
export async function bookRow(
  { rows }: Pick<Ports, 'rows'>,
  { row, task, dueAt: wasDueAt }: DueRow,
  { at, waiting, delayedBy, putOffBy }: Booking,
): Promise<boolean> {
  const dueAt = upToWholeSecond(at);
  const fields = orderFieldsFor(dueAt, textOf(row.columns.time_zone), zoneOf(row.columns, task));
  const promisedAt = row.own.promisedAt ?? dueAt;
  const promisedFor = row.own.promisedFor ?? wasDueAt;
  const course = courseAfter(row.own, { promisedFor, dueAt, delayedBy });
  const promise = { promisedAt, promisedFor, ...course };
  return rows.change(row, { kind: 'order', dueAt, fields, ...promise, waiting, putOffBy });
}

/** Nobody can take the call now: it is tried again after the operator retry. */
export async function deferRow(
  ports: Pick<Ports, 'rows' | 'clock'>,
  due: DueRow,
  waitingFor: string | undefined,
): Promise<boolean> {
  const since = due.row.own.waitingSince ?? due.dueAt;
  const at = Math.max(operatorRetryAt(ports.clock.now(), since, due.task), due.dueAt);
  const waiting = waitingFor === undefined ? undefined : { since, for: waitingFor };
  return bookRow(ports, due, { at, waiting, delayedBy: delayOf(due, waitingFor) });
}

/** Where no operator is missing, the task is paused, or the customer is in another call. */
function delayOf({ task }: DueRow, waitingFor: string | undefined): Delay {
  if (waitingFor !== undefined) return 'operators';
  return task.paused === undefined ? 'customer' : 'rules';
}

/**
 * A call that waited for an operator is due now; false for one that did not, or that was moved or
 * cancelled by a write not yet judged. Not before its promise: it waits since then, though nobody was
 * free when the operator should have been rung.
 */
export async function bookNow(
  ports: Pick<Ports, 'rows' | 'directory' | 'clock'>,
  key: RowKey,
): Promise<boolean> {
  const row = await ports.rows.get(key);
  const task = await ports.directory.task(key.task);
  const dueAt = dueAtOf(row);
  const waitingSince = row?.own.waitingSince;
  if (!row || !task || waitingSince === undefined || dueAt === undefined) return false;
  const at = Math.max(ports.clock.now(), waitingSince);
  const waiting = { since: waitingSince, for: row.own.waitingFor ?? `task:${task.id}` };
  return bookRow(ports, { row, task, dueAt }, { at, waiting });
}

/** A promise that was missed stays at 10 for a person to decide: nobody is rung an hour late. */
export async function missPromise(
  ports: Pick<Ports, 'rows' | 'clock' | 'journal'>,
  { row, task, dueAt }: DueRow,
): Promise<void> {
  const lateSeconds = Math.round((ports.clock.now() - dueAt) / second);
  const { graceSeconds } = task;
  const problem = { code: 'missed', promisedFor: dueAt, lateSeconds, graceSeconds } as const;
  if (!(await refuseRow(ports, row, problem))) return;
  ports.journal.count('PromiseMissed');
  ports.journal.count('DecisionNeeded');
  ports.journal.note('promise missed', { row: rowId(row.key), lateSeconds });
}
