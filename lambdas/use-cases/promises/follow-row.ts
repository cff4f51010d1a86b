import { type Attempt, parseAttemptId } from '../../domain/attempt/attempt.ts';
import type { WithdrawalReason } from '../../domain/attempt/facts.ts';
import { isBroughtBack } from '../../domain/order/brought-back.ts';
import type { WriteWindow } from '../../domain/order/order.ts';
import {
  asksForCall,
  dueAtOf,
  isDoNotCall,
  isInService,
  orderFieldsOf,
  type RowKey,
  Status,
  sameFields,
  textOf,
} from '../../domain/row/row.ts';
import { isRowId } from '../../domain/row/row-id.ts';
import type { Ports } from '../../ports/ports.ts';
import type { StoredRow } from '../../ports/rows/rows.ts';
import { type WithdrawPorts, withdrawAttempt } from '../call/withdraw-attempt.ts';
import { armTimer, disarmTimer } from './arm-timer.ts';
import { bookNow } from './book-row.ts';
import { inSequence } from './in-sequence.ts';
import { type JudgePorts, judgeAgain, judgeRow, judgeUntold } from './judge-row.ts';
import { restorePromise } from './restore-promise.ts';

/** One write to the subscriber table, whoever made it. */
export interface RowRecord {
  before?: StoredRow;
  after?: StoredRow;
  written: WriteWindow;
  /** Its place in the stream, a decimal number that rises with each write of an item: see `FollowedWrites`. */
  sequence: string;
}

export type FollowPorts = JudgePorts & WithdrawPorts & Pick<Ports, 'timers' | 'followedWrites'>;

/**
 * Timers follow rows. What a write orders is judged first; that changes the row, and the record of
 * our own change arms the timer. So whoever moves a row, outside software or the system itself,
 * has its timer set in one place; and a record that comes twice finds nothing left to do.
 */
export async function followRow(ports: FollowPorts, record: RowRecord): Promise<void> {
  const { before } = record;
  const after = await readAfter(ports, record);
  await judgeWrite(ports, { ...record, after });
  const key = (record.after ?? before)?.key;
  if (key === undefined || !isRowId(key.Id)) return;
  await withdrawIfLeft(ports, before, after);
  if (isForAnother(before, after)) await bookNow(ports, after.key);
  await moveTimer(ports, before, record.after);
}

/** The row as it was written, but for what our own columns have no business to say in it. */
async function readAfter(
  ports: FollowPorts,
  { before, after }: RowRecord,
): Promise<StoredRow | undefined> {
  if (after === undefined) return undefined;
  if (before === undefined) return { ...after, own: {} };
  if (isDoNotCall(before)) return stillBarred(after);
  return (await isCopy(ports, before, after)) ? { ...after, own: {} } : after;
}

/** A ban stands until the status is removed, whatever a writer made of our columns. */
export function stillBarred(after: StoredRow): StoredRow {
  const order = { status: String(Status.doNotCall) };
  return { ...after, own: { ...after.own, order } };
}

/** The end of a call, or a copy: the first is known by the attempt whose end it is. */
async function isCopy(ports: FollowPorts, before: StoredRow, after: StoredRow): Promise<boolean> {
  const mayBeEnd = isRowId(before.key.Id) && after.own.promisedAt !== undefined;
  const wasServed = mayBeEnd && isInService(before);
  const served = wasServed ? await servedBy(ports, before) : undefined;
  if (!isBroughtBack(before, after, served)) return false;
  if (!mayBeEnd || wasServed) return true;
  const [last] = await ports.attempts.history(before.key, 1);
  return last?.facts.voicemail?.instead === undefined || isBroughtBack(before, after, last);
}

async function servedBy(
  { attempts }: FollowPorts,
  { key, own }: StoredRow,
): Promise<Attempt | undefined> {
  const id = own.attempt === undefined ? undefined : parseAttemptId(own.attempt)?.id;
  return id === undefined ? (await attempts.history(key, 1))[0] : attempts.get(id);
}

type Written = Omit<RowRecord, 'after'> & { after: StoredRow | undefined };

async function judgeWrite(ports: FollowPorts, write: Written): Promise<void> {
  const { sequence } = write;
  const row = keyOf(write);
  // rows whose Ids cannot be read share a key: one's sequence says nothing about another's
  if (!isRowId(row.Id) || !isOrder(write)) await judgeIn(ports, write, 'first');
  else await inSequence(ports, { row, sequence }, (it) => judgeIn(ports, write, it));
}

async function judgeIn(
  ports: FollowPorts,
  { before, after, written }: Written,
  standing: 'first' | 'again',
): Promise<boolean> {
  if (after === undefined) return false;
  if (before !== undefined && keepsOrder(before, after)) {
    const isRestored = await restorePromise(ports, before, after);
    const latest = standing === 'first' ? written.latest : ports.clock.now();
    return isRestored || judgeUntold(ports, after, latest);
  }
  const judge = standing === 'first' ? judgeRow : judgeAgain;
  return judge(ports, after, written);
}

/**
 * Whether the row orders what was not taken yet, or not any more. Our own writes keep a copy of the order
 * in the row; where others changed something else, the record of the order itself may be lost.
 */
function isOrder({ before, after }: Written): boolean {
  const [was, is] = [before, after].map((row) => orderFieldsOf(row?.columns ?? {}));
  const isTaken = after?.own.order !== undefined && sameFields(is ?? {}, after.own.order);
  const isNone =
    after?.own.order === undefined && sameFields(is ?? {}, {}) && sameFields(was ?? {}, {});
  return !isTaken && !isNone;
}

function keyOf({ before, after }: Written): RowKey {
  return ((after ?? before) as StoredRow).key;
}

/**
 * A write that leaves the order as it was did not make the promise, whatever it did to our columns;
 * one that puts right what was refused does.
 */
function keepsOrder(before: StoredRow, after: StoredRow): boolean {
  if (before.own.refused !== undefined) return false;
  return sameFields(orderFieldsOf(before.columns), orderFieldsOf(after.columns));
}

/** A waiting call that is given to somebody else is due now: it need not wait for the former operator's next try. */
function isForAnother(
  before: StoredRow | undefined,
  after: StoredRow | undefined,
): after is StoredRow {
  if (before === undefined || after?.own.waitingSince === undefined) return false;
  return textOf(before.columns.operator_number) !== textOf(after.columns.operator_number);
}

/** A row that others take from 11 has its call withdrawn, if that is still possible. */
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
