import { type Instant, minute, second, toIso } from '../domain/instant.ts';
import { rowLock } from '../domain/lock.ts';
import { judgeOrder, type OrderVerdict, refusalMark, type WriteWindow } from '../domain/order.ts';
import { isBarred, orderFieldsOf, rowName, Status, sameFields, textOf } from '../domain/row.ts';
import { rowAfter } from '../domain/settlement.ts';
import type { Task } from '../domain/task.ts';
import { ringAtOf } from '../domain/waiting.ts';
import type { Lock } from '../ports/attempts.ts';
import type { Ports } from '../ports/ports.ts';
import type { StoredRow } from '../ports/rows.ts';
import { armTimer } from './arm-timer.ts';

export type JudgePorts = Pick<
  Ports,
  'rows' | 'attempts' | 'directory' | 'timers' | 'dialQueue' | 'clock' | 'journal'
>;

/**
 * Takes, clears or refuses what a row orders. Every write is conditional on the row as it was
 * judged: one that was written again meanwhile is judged by that write.
 *
 * @param written when the row was written; *now* and *past* mean then
 */
export async function judgeRow(
  ports: JudgePorts,
  row: StoredRow,
  written: WriteWindow,
): Promise<void> {
  const task = await ports.directory.task(row.key.task);
  if (task !== undefined && isInService(row)) return judgeService(ports, row, task);
  const verdict = judgeOrder({ columns: row.columns, own: row.own, task, written });
  switch (verdict.kind) {
    case 'unchanged':
      return;
    case 'cleared':
      await ports.rows.change(row, { kind: 'clear' });
      return;
    case 'refused':
      return refuseOrder(ports, row, verdict.problem);
    case 'taken':
      return takeOrder(ports, { row, written, task }, verdict);
    default:
      verdict satisfies never;
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
): Promise<void> {
  const task = await ports.directory.task(row.key.task);
  return judgeRow(ports, row, { earliest: latest - (task?.graceSeconds ?? 0) * second, latest });
}

function isInService(row: StoredRow): boolean {
  return Number(textOf(row.columns.status)) === Status.inService;
}

/** Keeps the writer's values, says why, and takes the row off the clock. Once for each problem. */
export async function refuseRow(
  { rows }: Pick<Ports, 'rows'>,
  row: StoredRow,
  problem: string,
): Promise<boolean> {
  const mark = refusalMark(row.columns);
  if (row.own.refused === mark) return false;
  const order = isBarred(row) ? { order: { status: String(Status.mayNotBeCalled) } } : {};
  return rows.change(row, { kind: 'refuse', problem, mark, ...order });
}

async function refuseOrder(ports: JudgePorts, row: StoredRow, problem: string): Promise<void> {
  if (!(await refuseRow(ports, row, problem))) return;
  ports.journal.count('OrderRefused');
  ports.journal.note('order refused', { row: rowName(row.key) });
}

/** So near that the record of our own write would come late. */
const imminent = minute / 2;

async function takeOrder(
  ports: JudgePorts,
  { row, written, task }: { row: StoredRow; written: WriteWindow; task: Task | undefined },
  { dueAt, fields }: OrderVerdict & { kind: 'taken' },
): Promise<void> {
  const promisedAt = await promiseMadeAt(ports, row, { dueAt, written });
  if (!(await ports.rows.change(row, { kind: 'order', dueAt, fields, promisedAt }))) {
    return judgeOvertaken(ports, row, written);
  }
  ports.journal.count('OrderTaken');
  if (task === undefined || ringAtOf(dueAt, task) > ports.clock.now() + imminent) return;
  await armTimer(ports, { row: row.key, dueAt }, task);
}

/**
 * The row was written again before this write was judged. Where it still orders the same, this
 * write made the promise: it shall not become late, or past, by a change of something else.
 */
async function judgeOvertaken(
  ports: JudgePorts,
  row: StoredRow,
  written: WriteWindow,
): Promise<void> {
  const current = await ports.rows.get(row.key);
  if (current === undefined) return;
  const isSameOrder = sameFields(orderFieldsOf(current.columns), orderFieldsOf(row.columns));
  if (isSameOrder) await judgeRow(ports, current, written);
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
  const isOurs = last?.facts.settled?.nextDueAt === dueAt || last?.dueAt === dueAt;
  return isOurs ? last.promisedAt : written.latest;
}

/**
 * Status 11 is the mirror of a live call, and the lock says whether there is one. A writer who
 * copied the row may bring 11 back without our columns, or after the call has ended.
 */
async function judgeService(ports: JudgePorts, row: StoredRow, task: Task): Promise<void> {
  const [lock] = await ports.attempts.locks([rowLock(row.key)]);
  if (lock !== undefined && lock.freeAt === undefined) return restoreService(ports, row, lock);
  const [last] = await ports.attempts.history(row.key, 1);
  const settled = last?.facts.settled;
  if (settled && toIso(last.claimedAt) === textOf(row.columns.date_call)) {
    await ports.rows.change(row, rowAfter(last, settled, { columns: row.columns, task }));
    return;
  }
  await refuseOrder(ports, row, noLiveCall);
}

const noLiveCall =
  'status 11 is set by the system while a call is on, and none is; write 10 to order a call, or remove status';

async function restoreService(ports: JudgePorts, row: StoredRow, lock: Lock): Promise<void> {
  const fields = orderFieldsOf(row.columns);
  if (row.own.attempt === lock.attempt && sameFields(fields, row.own.order)) return;
  const attempt = await ports.attempts.get(lock.attempt);
  if (attempt === undefined) return;
  await ports.rows.change(row, {
    kind: 'serve',
    attempt: attempt.id,
    fields,
    at: attempt.claimedAt,
  });
}
