import {
  type Attempt,
  attemptId,
  budgetUsed,
  type OperatorLine,
} from '../../domain/attempt/attempt.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import { toE164 } from '../../domain/basics/phone-number.ts';
import { type GateReason, mayDial } from '../../domain/gate/gate.ts';
import { orderFieldsOf, Status, textOf } from '../../domain/row/row.ts';
import { promiseOf } from '../../domain/settlement/take-over.ts';
import { type ClaimResult, historyLimit } from '../../ports/attempts.ts';
import type { Slot, SlotWish } from '../../ports/call-rate.ts';
import type { Ports } from '../../ports/ports.ts';
import type { StoredRow } from '../../ports/rows.ts';
import { bookRow, type DueRow, deferRow, missPromise } from '../promises/book-row.ts';
import { refuseRow } from '../promises/judge-row.ts';
import { chooseOperator, type FindPorts, offerIfFree } from './find-operator.ts';
import type { SubmitPorts } from './submit-call.ts';
import { giveBack, type SlotPorts, takeSlot } from './take-slot.ts';

export type ServeRowPorts = SubmitPorts &
  SlotPorts &
  FindPorts &
  Pick<Ports, 'rows' | 'newSuffix' | 'journal'>;

export type ServedRow =
  | { kind: 'claimed'; attempt: Attempt }
  /** All is ready but the call slot: the row waits at 10, and is asked for again then. */
  | { kind: 'wait'; until: Instant }
  /** It is not called now: it was moved, ended or put to wait, or somebody else has it. */
  | { kind: 'passed' };

/** So many operators are lost to other rows before this one waits. */
const mostTries = 20;

interface CallableRow extends DueRow {
  customer: string;
  history: readonly Attempt[];
  by: SlotWish['by'];
}

/**
 * A row is due: is it too late, is its task paused, does the gate say yes, who is free, is there a
 * slot? Then it is claimed. Whatever is in the way books it for another instant.
 */
export async function serveRow(
  ports: ServeRowPorts,
  due: DueRow,
  { by }: Pick<SlotWish, 'by'>,
): Promise<ServedRow> {
  const { row, task, dueAt } = due;
  const isTooLate = ports.clock.now() - dueAt > task.graceSeconds * 1000;
  if (isTooLate) await missPromise(ports, due);
  else if (task.paused !== undefined) await deferRow(ports, due, undefined);
  else {
    const customer = await numberToCall(ports, due);
    const history = await ports.attempts.history(row.key, historyLimit);
    if (customer !== undefined && (await passGate(ports, due, history)))
      return findAndClaim(ports, { ...due, customer, history, by });
  }
  return { kind: 'passed' };
}

async function numberToCall(
  ports: ServeRowPorts,
  { row, task }: DueRow,
): Promise<string | undefined> {
  const customer = toE164(textOf(row.columns.tel) ?? '', task.country);
  if (customer === undefined) await refuseRow(ports, row, { code: 'tel-changed' });
  return customer;
}

/** Books the row for when it may be called, or ends it, where the gate or the budget says no. */
async function passGate(
  ports: ServeRowPorts,
  due: DueRow,
  history: readonly Attempt[],
): Promise<boolean> {
  const { row, task, dueAt } = due;
  const promisedAt = row.own.promisedAt ?? dueAt;
  if (budgetUsed(history, promisedAt) >= task.maxAttempts) {
    await ports.rows.change(row, { kind: 'finish', status: Status.attemptsUsedUp });
    return false;
  }
  const permission = mayDial(row.columns, task, Math.max(dueAt, ports.clock.now()), history);
  if (permission.may) return true;
  if (permission.nextAt !== undefined)
    await bookRow(ports, due, { at: permission.nextAt, delayedBy: 'rules' });
  else await forbid(ports, row, permission.reason);
  return false;
}

/** An outside writer brought back a row as it was before its call. */
async function forbid(
  { rows }: Pick<Ports, 'rows'>,
  row: StoredRow,
  reason: GateReason,
): Promise<void> {
  const problem = { code: 'never-callable', reason } as const;
  await rows.change(row, { kind: 'finish', status: Status.doNotCall, problem });
}

/** Who lost an operator to another row looks again: the slot that he holds is for whom he finds. */
async function findAndClaim(ports: ServeRowPorts, call: CallableRow): Promise<ServedRow> {
  let slot: Slot | undefined;
  for (let tries = 0; ; tries++) {
    const { operator, awaited, waitingFor } = await chooseOperator(ports, call, tries);
    if (operator === undefined || tries === mostTries) {
      await giveBack(ports, slot);
      await waitForOperator(ports, call, { awaited, waitingFor });
      return { kind: 'passed' };
    }
    const permit = slot === undefined ? await takeSlot(ports, call.by) : { kind: 'go' as const };
    if (permit.kind === 'wait') return permit;
    slot ??= permit.slot;
    const attempt = newAttempt(ports, call, operator);
    const result = await claim(ports, call, attempt);
    if (result === 'claimed') return { kind: 'claimed', attempt };
    if (result === 'operator-taken') continue;
    await giveBack(ports, slot);
    if (result !== 'row-changed') await deferRow(ports, call, undefined);
    return { kind: 'passed' };
  }
}

async function waitForOperator(
  ports: ServeRowPorts,
  due: DueRow,
  { awaited, waitingFor }: { awaited: OperatorLine[]; waitingFor: string },
): Promise<void> {
  ports.journal.count('NobodyFree');
  if (await deferRow(ports, due, waitingFor)) await offerIfFree(ports, awaited);
}

function newAttempt(
  { clock, newSuffix }: Pick<Ports, 'clock' | 'newSuffix'>,
  { row, dueAt, customer }: CallableRow,
  operator: OperatorLine,
): Attempt {
  const claimedAt = clock.now();
  return {
    id: attemptId(row.key, newSuffix(claimedAt)),
    row: row.key,
    origin: 'callback',
    dueAt,
    promisedAt: row.own.promisedAt ?? dueAt,
    ...promiseOf(row.own, dueAt),
    servesPromise: true,
    order: { ...orderFieldsOf(row.columns), status: String(Status.inService) },
    tel: textOf(row.columns.tel) ?? '',
    customer,
    operator,
    claimedAt,
    facts: { submitting: { at: claimedAt } },
  };
}

function claim(ports: ServeRowPorts, { row }: CallableRow, attempt: Attempt): Promise<ClaimResult> {
  const change = {
    kind: 'serve',
    attempt: attempt.id,
    fields: orderFieldsOf(row.columns),
    at: attempt.claimedAt,
  } as const;
  return ports.attempts.claim({ attempt, row, change, at: attempt.claimedAt });
}
