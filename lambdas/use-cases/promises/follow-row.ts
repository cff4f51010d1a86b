import type { WithdrawalReason } from '../../domain/attempt/attempt.ts';
import { parseAttemptId } from '../../domain/attempt/attempt.ts';
import type { WriteWindow } from '../../domain/order/order.ts';
import {
  asksForCall,
  dueAtOf,
  isDoNotCall,
  isInService,
  orderFieldsOf,
  Status,
  sameFields,
  textOf,
} from '../../domain/row/row.ts';
import { isRowId } from '../../domain/row/row-id.ts';
import type { Ports } from '../../ports/ports.ts';
import type { StoredRow } from '../../ports/rows.ts';
import { type WithdrawPorts, withdrawAttempt } from '../call/withdraw-attempt.ts';
import { armTimer, disarmTimer } from './arm-timer.ts';
import { bookNow } from './book-row.ts';
import { type JudgePorts, judgeRow, judgeUntold } from './judge-row.ts';

/** One write to the subscriber table, whoever made it. */
export interface RowRecord {
  before?: StoredRow;
  after?: StoredRow;
  written: WriteWindow;
  /** The record's place in the stream: a decimal number, growing with each write of an item. */
  sequence: string;
}

export type FollowPorts = JudgePorts & WithdrawPorts & Pick<Ports, 'timers'>;

/**
 * Timers follow rows. What a write orders is judged first; that changes the row, and the record of
 * our own change arms the timer. So whoever moves a row, outside software or the system itself,
 * has its timer set in one place; and a record that comes twice finds nothing left to do.
 */
export async function followRow(ports: FollowPorts, record: RowRecord): Promise<void> {
  const { before, written } = record;
  const key = (record.after ?? before)?.key;
  const after = record.after && isDoNotCall(before) ? stillBarred(record.after) : record.after;
  if (after !== undefined && keepsOrder(before, after)) {
    await judgeUntold(ports, after, written.latest);
  } else if (after !== undefined) await judgeRow(ports, after, written);
  if (key === undefined || !isRowId(key.Id)) return;
  await withdrawIfLeft(ports, before, after);
  if (isForAnother(before, after)) await bookNow(ports, after.key);
  await moveTimer(ports, before, after);
}

/** A ban stands until the status is removed, whatever a writer made of our columns. */
export function stillBarred(after: StoredRow): StoredRow {
  const order = { status: String(Status.doNotCall) };
  return { ...after, own: { ...after.own, order } };
}

/**
 * A write that leaves the order as it was did not make the promise, whatever it did to our columns;
 * one that puts right what was refused does.
 */
function keepsOrder(before: StoredRow | undefined, after: StoredRow): boolean {
  if (before === undefined || before.own.refused !== undefined) return false;
  return sameFields(orderFieldsOf(before.columns), orderFieldsOf(after.columns));
}

/** Whom a waiting call is given to need not wait until the next try for whoever had it before. */
function isForAnother(
  before: StoredRow | undefined,
  after: StoredRow | undefined,
): after is StoredRow {
  if (before === undefined || after?.own.waitingSince === undefined) return false;
  return textOf(before.columns.operator_number) !== textOf(after.columns.operator_number);
}

/** A row that leaves 11 by other hands than ours takes its call along, if that is still possible. */
async function withdrawIfLeft(
  ports: FollowPorts,
  before: StoredRow | undefined,
  after: StoredRow | undefined,
): Promise<void> {
  const served = before?.own.attempt;
  if (served === undefined || !isInService(before) || isInService(after)) return;
  const id = parseAttemptId(served);
  if (id !== undefined) await withdrawAttempt(ports, id.id, reasonOf(after));
}

export function reasonOf(after: StoredRow | undefined): WithdrawalReason {
  if (after === undefined) return 'gone';
  return asksForCall(after) ? 'moved' : 'cancelled';
}

async function moveTimer(
  ports: FollowPorts,
  before: StoredRow | undefined,
  after: StoredRow | undefined,
): Promise<void> {
  const was = dueAtOf(before);
  const is = dueAtOf(after);
  if (was === is) return;
  const key = (after ?? before)?.key;
  const task = key && (await ports.directory.task(key.task));
  if (key === undefined || task === undefined) return;
  if (is !== undefined) await armTimer(ports, { row: key, dueAt: is }, task);
  if (was !== undefined) await disarmTimer(ports, { row: key, dueAt: was }, task);
}
