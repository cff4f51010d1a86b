import { type Attempt, budgetUsed, isLive } from '../../domain/attempt/attempt.ts';
import { toE164 } from '../../domain/basics/phone-number.ts';
import { mayDial } from '../../domain/gate/gate.ts';
import type { GateReason } from '../../domain/gate/gate-reasons.ts';
import { Status, textOf } from '../../domain/row/row.ts';
import { historyLimit } from '../../ports/calls/attempts.ts';
import type { SlotWish } from '../../ports/calls/call-rate.ts';
import type { Ports } from '../../ports/ports.ts';
import type { StoredRow } from '../../ports/rows/rows.ts';
import { askForOperator } from '../gate/ask-for-operator.ts';
import { type GatePorts, readGateFacts } from '../gate/read-gate-facts.ts';
import { barring } from '../numbers/bar-row.ts';
import { bookRow, type DueRow, deferRow } from '../promises/book-row.ts';
import { refuseRow } from '../promises/judge-row.ts';
import { ownerOf, roundAttemptsSince, type SoughtRow } from './find-operator.ts';

/** A row that may be called now. */
export interface CallableRow extends SoughtRow {
  customer: string;
  by: SlotWish['by'];
}

/** The row with the number to call, if it may be called; else it is booked for another instant or ended. */
export async function callable(
  ports: Pick<Ports, 'rows' | 'clock'> & GatePorts,
  due: DueRow,
): Promise<Omit<CallableRow, 'by'> | undefined> {
  const customer = await numberToCall(ports, due);
  if (customer === undefined) return undefined;
  const since = roundAttemptsSince(ports, due.task);
  const history = await ports.attempts.history(due.row.key, historyLimit, since);
  // others brought the row back to 10 while its call is on
  if (history.some(isLive)) await deferRow(ports, due, undefined);
  else if (
    (await passGate(ports, { ...due, customer }, history)) &&
    (await mayNameOperator(ports, due))
  )
    return { ...due, customer, history };
  return undefined;
}

/** A row may name whom nobody registered; the gate is asked about them too. */
async function mayNameOperator(
  ports: Pick<Ports, 'rows' | 'clock'> & GatePorts,
  { row, task }: DueRow,
): Promise<boolean> {
  const owner = ownerOf({ row, task }, await ports.directory.operators());
  if (owner === undefined || owner.id !== undefined) return true;
  const answer = await askForOperator(ports, task, owner);
  if (answer.may) return true;
  const { reason } = answer;
  await refuseRow(ports, row, { code: 'operator-not-allowed', got: owner.address, reason });
  return false;
}

async function numberToCall(
  ports: Pick<Ports, 'rows'>,
  { row, task }: DueRow,
): Promise<string | undefined> {
  const customer = toE164(textOf(row.columns.tel) ?? '', task.country);
  if (customer === undefined) await refuseRow(ports, row, { code: 'tel-changed' });
  return customer;
}

/** Books the row for when it may be called, or ends it, where the gate or the budget says no. */
async function passGate(
  ports: Pick<Ports, 'rows' | 'clock'> & GatePorts,
  due: DueRow & { customer: string },
  history: readonly Attempt[],
): Promise<boolean> {
  const { row, task, dueAt, customer } = due;
  const promisedAt = row.own.promisedAt ?? dueAt;
  if (budgetUsed(history, promisedAt) >= task.maxAttempts) {
    await ports.rows.change(row, { kind: 'finish', status: Status.attemptsUsedUp });
    return false;
  }
  const facts = await readGateFacts(ports, { task, to: customer, row: row.key, history });
  const at = Math.max(dueAt, ports.clock.now());
  const permission = mayDial({ to: customer, columns: row.columns, task, at, facts });
  if (permission.may) return true;
  const { nextAt, reason: putOffBy } = permission;
  if (nextAt !== undefined) await bookRow(ports, due, { at: nextAt, delayedBy: 'rules', putOffBy });
  else await forbid(ports, row, putOffBy);
  return false;
}

/** No later instant will do. The number’s attempts are used up as those of a promise are; else it is not called. */
async function forbid(
  { rows }: Pick<Ports, 'rows'>,
  row: StoredRow,
  reason: GateReason,
): Promise<void> {
  if (reason === 'attempts-in-all-used-up') {
    await rows.change(row, { kind: 'finish', status: Status.attemptsUsedUp });
    return;
  }
  const problem =
    reason === 'do-not-call'
      ? ({ code: 'number-barred' } as const)
      : ({ code: 'never-callable', reason } as const);
  await rows.change(row, barring(row, problem));
}
