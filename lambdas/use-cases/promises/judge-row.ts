import type { Attempt } from '../../domain/attempt/attempt.ts';
import { ringAtOf } from '../../domain/attempt/dial-timing.ts';
import { type Instant, second, toIso } from '../../domain/basics/instant.ts';
import {
  judgeOrder,
  type OrderVerdict,
  orderMark,
  type WriteWindow,
} from '../../domain/order/order.ts';
import type { OrderProblem } from '../../domain/order/order-problem.ts';
import type { RowChange } from '../../domain/order/row-change.ts';
import { hasRoomForProblem } from '../../domain/order/row-limits.ts';
import {
  isDoNotCall,
  isInService,
  orderFieldsOf,
  rowId,
  Status,
  sameFields,
  statusOf,
  textOf,
} from '../../domain/row/row.ts';
import { isRowId } from '../../domain/row/row-id.ts';
import { ordersAnother, rowAfter } from '../../domain/settlement/settlement.ts';
import { showsOnlyEnd } from '../../domain/settlement/still-shows.ts';
import type { Task } from '../../domain/task/task.ts';
import type { Ports } from '../../ports/ports.ts';
import type { StoredRow } from '../../ports/rows/rows.ts';
import { liveAttempt } from '../call/find-attempt.ts';
import { barring } from '../numbers/bar-row.ts';
import { numberOf } from '../numbers/rows-of-number.ts';
import { type SaidNoPorts, saidNo } from '../numbers/said-no.ts';
import { queueTimer } from './arm-timer.ts';

export type JudgePorts = SaidNoPorts &
  Pick<Ports, 'rows' | 'attempts' | 'directory' | 'dialQueue' | 'clock' | 'journal'>;

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
  if (task !== undefined && isServed) return judgeService(ports, { row, written, task });
  const { changedAt: at } = row.own;
  const ordered = at === undefined ? written : { earliest: at, latest: at };
  const verdict = judgeOrder({ columns: row.columns, own: row.own, task, written: ordered });
  switch (verdict.kind) {
    case 'unchanged':
      return false;
    case 'cleared':
      return ports.rows.change(row, clearing(row));
    case 'refused':
      return refuseOrder(ports, row, verdict.problem);
    case 'taken':
      return takeOrder(ports, { row, written: ordered, task }, verdict);
    default:
      return verdict satisfies never;
  }
}

/** A row that its number bars says so until its status is removed, whatever else others write. */
function clearing(row: StoredRow): RowChange {
  const isStill = statusOf(row) === Status.doNotCall && row.own.isBarredByNumber === true;
  return isStill ? barring(row) : { kind: 'clear' };
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
  const earliest = latest - (task?.graceSeconds ?? 0) * second;
  return judgeRow(ports, row, { earliest, latest, isUntold: true });
}

/**
 * Judges a row by a record that was followed before, or died on the way. Where a call was made since,
 * it was followed; else what stands in the row may be a later, equal write: minutes count from now,
 * and nobody is called early.
 */
export async function judgeAgain(
  ports: JudgePorts,
  row: StoredRow,
  { earliest }: WriteWindow,
): Promise<boolean> {
  const [last] = await ports.attempts.history(row.key, 1);
  if (last !== undefined && last.claimedAt >= earliest) return false;
  return judgeRow(ports, row, { earliest, latest: ports.clock.now() });
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
  const { isBarredByNumber } = row.own;
  const barred = isBarredByNumber && { isBarredByNumber };
  return rows.change(row, { kind: 'refuse', problem, mark, ...order, ...barred });
}

async function refuseOrder(
  ports: JudgePorts,
  row: StoredRow,
  problem: OrderProblem,
): Promise<boolean> {
  if (!hasRoomForProblem(row.columns)) {
    ports.journal.count('RowNotJudged');
    ports.journal.count('DecisionNeeded');
    ports.journal.note('no room in the row for its problem', { row: rowId(row.key) });
    return false;
  }
  if (!(await refuseRow(ports, row, problem))) return false;
  ports.journal.count('OrderRefused');
  ports.journal.note('order refused', { row: rowId(row.key) });
  return true;
}

/**
 * So near that the record of our own write might come late. Of a row that is due later the record alone
 * sends the message: two of them would claim it twice.
 */
const imminent = 5 * second;

async function takeOrder(
  ports: JudgePorts,
  { row, written, task }: { row: StoredRow; written: WriteWindow; task: Task | undefined },
  { dueAt, fields }: OrderVerdict & { kind: 'taken' },
): Promise<boolean> {
  if (task !== undefined && (await isNumberBarred(ports, row, task))) return barOrder(ports, row);
  const promisedAt = written.latest;
  if (!(await ports.rows.change(row, { kind: 'order', dueAt, fields, promisedAt }))) {
    return judgeOvertaken(ports, row, written);
  }
  ports.journal.count('OrderTaken');
  const isImminent = task && ringAtOf(dueAt, task) <= ports.clock.now() + imminent;
  if (isImminent) await queueTimer(ports, { row: row.key, dueAt }, task);
  return true;
}

async function isNumberBarred(ports: SaidNoPorts, row: StoredRow, task: Task): Promise<boolean> {
  const number = numberOf(row, task);
  if (number === undefined) return false;
  return (await saidNo(ports, { task, number, row: row.key })) !== undefined;
}

/** No promise is taken for a number that may not be called, whichever row it stands in. */
async function barOrder(ports: JudgePorts, row: StoredRow): Promise<boolean> {
  const isBarred = await ports.rows.change(row, barring(row, { code: 'number-barred' }));
  if (!isBarred) return false;
  ports.journal.count('OrderRefused');
  ports.journal.note('order refused', { row: rowId(row.key), reason: 'do-not-call' });
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
 * Status 11 is the mirror of a live call, and the attempts say whether there is one. A writer who
 * copied the row may bring 11 back without our columns, or after the call has ended.
 */
async function judgeService(
  ports: JudgePorts,
  { row, written, task }: ServedRow,
): Promise<boolean> {
  const attempt = await liveAttempt(ports, row.key);
  if (attempt !== undefined) return restoreService(ports, { row, written, attempt });
  const [last] = await ports.attempts.history(row.key, 1);
  const settled = last?.facts.settled;
  if (settled && mirrors(row, written, { last, endedAt: settled.at })) {
    if (textOf(row.columns.date_call) === undefined) {
      return judgeRestored(ports, { row, written, attempt: last });
    }
    const change = rowAfter(last, settled, { ...row, task });
    const isChanged = await ports.rows.change(row, change);
    if (isChanged || written.isUntold) return isChanged;
    return takeLateOrder(ports, { row, written, task }, last);
  }
  return refuseOrder(ports, row, { code: 'no-live-call' });
}

/** The time of the call comes back first, then its end shows. */
async function judgeRestored(
  ports: JudgePorts,
  restored: Omit<ServedRow, 'task'> & { attempt: Attempt },
): Promise<boolean> {
  if (!(await restoreService(ports, restored))) return false;
  const row = await ports.rows.get(restored.row.key);
  return row !== undefined && judgeRow(ports, row, restored.written);
}

/** The row's last call is the one that 11 tells of: by the time of its call, else by when 11 was written. */
function mirrors(
  { columns }: StoredRow,
  { earliest, latest }: WriteWindow,
  { last, endedAt }: { last: Attempt; endedAt: Instant },
): boolean {
  const calledAt = textOf(columns.date_call);
  if (calledAt !== undefined) return calledAt === toIso(last.claimedAt);
  return last.claimedAt <= latest && earliest < endedAt;
}

interface ServedRow {
  row: StoredRow;
  written: WriteWindow;
  task: Task;
}

async function restoreService(
  ports: JudgePorts,
  { row, written, attempt }: Omit<ServedRow, 'task'> & { attempt: Attempt },
): Promise<boolean> {
  const fields = orderFieldsOf(row.columns);
  if (row.own.attempt === attempt.id && sameFields(fields, row.own.order)) return false;
  return ports.rows.change(row, {
    kind: 'serve',
    attempt: attempt.id,
    fields,
    at: attempt.claimedAt,
    ...(ordersAnother(attempt, row.columns) && { changedAt: written.latest }),
  });
}

/**
 * Others wrote an order while the call was on, in the moment in which it ended: it stands, too. Only the
 * record of that write tells of it, which is followed in its place: those of our own writes come again
 * when the order was long carried out, or withdrawn.
 */
async function takeLateOrder(
  ports: JudgePorts,
  { row, written, task }: ServedRow,
  attempt: Attempt,
): Promise<boolean> {
  const current = await ports.rows.get(row.key);
  if (current === undefined || !showsOnlyEnd(current, attempt)) return false;
  if (!ordersAnother(attempt, row.columns)) return false;
  const columns = { ...row.columns, status: Status.callAtPromise };
  const verdict = judgeOrder({ columns, own: { order: attempt.order }, task, written });
  return verdict.kind === 'taken' && takeOrder(ports, { row: current, written, task }, verdict);
}
