import { ringAtOf } from '../../domain/attempt/dial-timing.ts';
import { rowLock } from '../../domain/attempt/lock.ts';
import { type Instant, minute, second, toIso } from '../../domain/basics/instant.ts';
import {
  judgeOrder,
  type OrderVerdict,
  orderMark,
  type WriteWindow,
} from '../../domain/order/order.ts';
import type { OrderProblem } from '../../domain/order/order-problem.ts';
import { hasRoomForProblem } from '../../domain/order/row-limits.ts';
import {
  isDoNotCall,
  isInService,
  orderFieldsOf,
  rowId,
  Status,
  sameFields,
  textOf,
} from '../../domain/row/row.ts';
import { isRowId } from '../../domain/row/row-id.ts';
import { rowAfter } from '../../domain/settlement/settlement.ts';
import type { Task } from '../../domain/task/task.ts';
import type { Lock } from '../../ports/attempts.ts';
import type { Ports } from '../../ports/ports.ts';
import type { StoredRow } from '../../ports/rows.ts';
import { queueTimer } from './arm-timer.ts';

export type JudgePorts = Pick<
  Ports,
  'rows' | 'attempts' | 'directory' | 'dialQueue' | 'clock' | 'journal'
>;

/**
 * Takes, clears or refuses what a row orders. Every write is conditional on the row as it was
 * judged: one that was written again meanwhile is judged by that write.
 *
 * @param written when the row was written; *now* and *past* mean then
 * @returns whether the row was changed
 */
export async function judgeRow(
  ports: JudgePorts,
  row: StoredRow,
  written: WriteWindow,
): Promise<boolean> {
  const task = await ports.directory.task(row.key.task);
  const isServed = isInService(row) && isRowId(row.key.Id);
  if (task !== undefined && isServed) return judgeService(ports, row, task);
  const verdict = judgeOrder({ columns: row.columns, own: row.own, task, written });
  switch (verdict.kind) {
    case 'unchanged':
      return false;
    case 'cleared':
      return ports.rows.change(row, { kind: 'clear' });
    case 'refused':
      return refuseOrder(ports, row, verdict.problem);
    case 'taken':
      return takeOrder(ports, { row, written, task }, verdict);
    default:
      return verdict satisfies never;
  }
}

/**
 * Judges a row of which no record tells when it was ordered: that may be as long ago as the task's
 * grace allows.
 */
export async function judgeUntold(
  ports: JudgePorts,
  row: StoredRow,
  latest: Instant = ports.clock.now(),
): Promise<boolean> {
  const task = await ports.directory.task(row.key.task);
  return judgeRow(ports, row, { earliest: latest - (task?.graceSeconds ?? 0) * second, latest });
}

/** Keeps the writer's values, says why, and takes the row off the clock. Once for each problem. */
export async function refuseRow(
  { rows }: Pick<Ports, 'rows'>,
  row: StoredRow,
  problem: OrderProblem,
): Promise<boolean> {
  const mark = orderMark(row.columns);
  if (row.own.refused === mark) return false;
  const order = isDoNotCall(row) ? { order: { status: String(Status.doNotCall) } } : {};
  return rows.change(row, { kind: 'refuse', problem, mark, ...order });
}

async function refuseOrder(
  ports: JudgePorts,
  row: StoredRow,
  problem: OrderProblem,
): Promise<boolean> {
  if (!hasRoomForProblem(row.columns)) {
    ports.journal.count('RowNotJudged');
    ports.journal.note('no room in the row for its problem', { row: rowId(row.key) });
    return false;
  }
  if (!(await refuseRow(ports, row, problem))) return false;
  ports.journal.count('OrderRefused');
  ports.journal.note('order refused', { row: rowId(row.key) });
  return true;
}

/** So near that the record of our own write would come late. */
const imminent = minute / 2;

async function takeOrder(
  ports: JudgePorts,
  { row, written, task }: { row: StoredRow; written: WriteWindow; task: Task | undefined },
  { dueAt, fields }: OrderVerdict & { kind: 'taken' },
): Promise<boolean> {
  const promisedAt = await promiseMadeAt(ports, row, { dueAt, written });
  if (!(await ports.rows.change(row, { kind: 'order', dueAt, fields, promisedAt }))) {
    return judgeOvertaken(ports, row, written);
  }
  ports.journal.count('OrderTaken');
  const isImminent = task && ringAtOf(dueAt, task) <= ports.clock.now() + imminent;
  if (isImminent) await queueTimer(ports, { row: row.key, dueAt }, task);
  return true;
}

/**
 * The row was written again before this write was judged. Where it still orders the same, this
 * write made the promise: it shall not become late, or past, by a change of something else.
 */
async function judgeOvertaken(
  ports: JudgePorts,
  row: StoredRow,
  written: WriteWindow,
): Promise<boolean> {
  const current = await ports.rows.get(row.key);
  if (current === undefined) return false;
  const isSameOrder = sameFields(orderFieldsOf(current.columns), orderFieldsOf(row.columns));
  return isSameOrder && judgeRow(ports, current, written);
}

/**
 * An outside writer may drop our columns, or bring back a copy: the system's own retry, and a promise
 * that was served already, are then still no new ones.
 */
async function promiseMadeAt(
  { attempts }: Pick<Ports, 'attempts'>,
  row: StoredRow,
  { dueAt, written }: { dueAt: Instant; written: WriteWindow },
): Promise<Instant> {
  if (row.own.order !== undefined) return written.latest;
  const [last] = await attempts.history(row.key, 1);
  const ours = [last?.facts.settled?.nextDueAt, last?.dueAt, last?.takenOverDueAt];
  return last !== undefined && ours.includes(dueAt) ? last.promisedAt : written.latest;
}

/**
 * Status 11 is the mirror of a live call, and the lock says whether there is one. A writer who
 * copied the row may bring 11 back without our columns, or after the call has ended.
 */
async function judgeService(ports: JudgePorts, row: StoredRow, task: Task): Promise<boolean> {
  const [lock] = await ports.attempts.locks([rowLock(row.key)]);
  if (lock !== undefined && lock.freeAt === undefined) return restoreService(ports, row, lock);
  const [last] = await ports.attempts.history(row.key, 1);
  const settled = last?.facts.settled;
  if (settled && toIso(last.claimedAt) === textOf(row.columns.date_call)) {
    return ports.rows.change(row, rowAfter(last, settled, { columns: row.columns, task }));
  }
  return refuseOrder(ports, row, { code: 'no-live-call' });
}

async function restoreService(ports: JudgePorts, row: StoredRow, lock: Lock): Promise<boolean> {
  const fields = orderFieldsOf(row.columns);
  if (row.own.attempt === lock.attempt && sameFields(fields, row.own.order)) return false;
  const attempt = await ports.attempts.get(lock.attempt);
  if (attempt === undefined) return false;
  return ports.rows.change(row, {
    kind: 'serve',
    attempt: attempt.id,
    fields,
    at: attempt.claimedAt,
  });
}
