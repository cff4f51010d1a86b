import {
  type Attempt,
  attemptId,
  budgetUsed,
  type OperatorLine,
} from '../../domain/attempt/attempt.ts';
import { recordingOf } from '../../domain/attempt/recorded-call.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import { clockOfGate } from '../../domain/gate/gate.ts';
import { orderFieldsFor } from '../../domain/row/order-fields-for.ts';
import { type OrderFields, orderFieldsOf, Status, textOf } from '../../domain/row/row.ts';
import { ownZoneOf, zoneOf } from '../../domain/row/row-zone.ts';
import { promiseOf } from '../../domain/settlement/take-over.ts';
import type { ClaimResult } from '../../ports/calls/attempts.ts';
import type { Slot, SlotWish } from '../../ports/calls/call-rate.ts';
import type { Ports } from '../../ports/ports.ts';
import type { GatePorts } from '../gate/read-gate-facts.ts';
import { type DueRow, deferRow, missPromise } from '../promises/book-row.ts';
import { type CallableRow, callable } from './callable-row.ts';
import { type Choice, chooseOperator, type FindPorts } from './find-operator.ts';
import type { SubmitPorts } from './submit-call.ts';
import { giveBack, type SlotPorts, takeSlot } from './take-slot.ts';

export type ServeRowPorts = SubmitPorts &
  SlotPorts &
  FindPorts &
  GatePorts &
  Pick<Ports, 'rows' | 'newSuffix' | 'journal'>;

export type ServedRow =
  | { kind: 'claimed'; attempt: Attempt }
  /** All is ready but the call slot: the row waits at 10, and is asked for again then. */
  | { kind: 'wait'; until: Instant }
  /** Nobody was free. Whoever of these becomes so takes it: see `offerIfFree`. */
  | { kind: 'put-to-wait'; awaited: OperatorLine[] }
  /** It is not called now: it was moved or ended, or somebody else has it. */
  | { kind: 'passed' };

/** So many operators are lost to other rows before this one waits. */
const mostTries = 20;

/**
 * A row is due: is it too late, is its task paused, does the gate say yes, who is free, is there a
 * slot? Then it is claimed. Whatever is in the way books it for another instant.
 */
export async function serveRow(
  ports: ServeRowPorts,
  due: DueRow,
  { by }: Pick<SlotWish, 'by'>,
): Promise<ServedRow> {
  const { task, dueAt } = due;
  const isTooLate = ports.clock.now() - dueAt > task.graceSeconds * 1000;
  if (isTooLate) await missPromise(ports, due);
  else if (task.paused !== undefined) await deferRow(ports, due, undefined);
  else {
    const call = await callable(ports, due);
    if (call !== undefined) return findAndClaim(ports, { ...call, by });
  }
  return { kind: 'passed' };
}

/** Who lost an operator to another row looks again: the slot that it holds is for whom it finds. */
async function findAndClaim(ports: ServeRowPorts, call: CallableRow): Promise<ServedRow> {
  let slot: Slot | undefined;
  for (let tries = 0; ; tries++) {
    const choice = await chooseOperator(ports, call, tries);
    const { operator, isForAnybody } = choice;
    if (operator === undefined || tries === mostTries) {
      await giveBack(ports, slot);
      return waitForOperator(ports, call, choice);
    }
    const permit = slot === undefined ? await takeSlot(ports, call.by) : { kind: 'go' as const };
    if (permit.kind === 'wait') return permit;
    slot ??= permit.slot;
    const claimed = await claimFor(ports, call, { operator, isForAnybody });
    if (claimed.kind === 'claimed') return claimed;
    if (claimed.kind === 'operator-taken') continue;
    await giveBack(ports, slot);
    if (claimed.kind !== 'row-changed') await deferRow(ports, call, undefined);
    return { kind: 'passed' };
  }
}

async function waitForOperator(
  ports: ServeRowPorts,
  due: DueRow,
  { awaited, waitingFor }: Choice,
): Promise<ServedRow> {
  ports.journal.count('NobodyFree');
  const isWaiting = await deferRow(ports, due, waitingFor);
  return isWaiting ? { kind: 'put-to-wait', awaited } : { kind: 'passed' };
}

export type ClaimedRow =
  | { kind: 'claimed'; attempt: Attempt }
  | { kind: Exclude<ClaimResult, 'claimed'> };

/** Claims the row for the operator, for a call at `dueAt`: the instant of its next try, or before. */
export async function claimFor(
  ports: Pick<Ports, 'attempts' | 'presence' | 'clock' | 'newSuffix'>,
  call: DueRow & { customer: string; history: readonly Attempt[] },
  chosen: { operator: OperatorLine; isForAnybody: boolean },
): Promise<ClaimedRow> {
  const { row, task, dueAt } = call;
  const isMoved = row.own.dueAt !== dueAt;
  const fields = isMoved
    ? orderFieldsFor(dueAt, ownZoneOf(row.columns), zoneOf(row.columns, task))
    : orderFieldsOf(row.columns);
  const isWatched = await ports.presence.isWatched(chosen.operator.id);
  const attempt = newAttempt(ports, { ...call, ...chosen, fields, isWatched });
  const { id, claimedAt: at } = attempt;
  const change = { kind: 'serve', attempt: id, fields, at, isMoved } as const;
  const result = await ports.attempts.claim({ attempt, row, change, at });
  return result === 'claimed' ? { kind: result, attempt } : { kind: result };
}

interface AttemptPlan extends DueRow {
  customer: string;
  history: readonly Attempt[];
  operator: OperatorLine;
  isForAnybody: boolean;
  fields: OrderFields;
  isWatched: boolean;
}

function newAttempt(
  { clock, newSuffix }: Pick<Ports, 'clock' | 'newSuffix'>,
  plan: AttemptPlan,
): Attempt {
  const { row, task, dueAt, customer, operator, isForAnybody, fields, history } = plan;
  const claimedAt = clock.now();
  const { waitingSince, promisedAt = dueAt } = row.own;
  return {
    id: attemptId(row.key, newSuffix(claimedAt)),
    row: row.key,
    origin: 'callback',
    dueAt,
    promisedAt,
    usedBefore: budgetUsed(history, promisedAt),
    ...promiseOf(row.own, dueAt),
    servesPromise: true,
    order: { ...fields, status: String(Status.inService) },
    tel: textOf(row.columns.tel) ?? '',
    permittedBy: clockOfGate({ columns: row.columns, task, to: customer }),
    customer,
    operator,
    ...(isForAnybody && { isForAnybody }),
    ...(plan.isWatched && { isWatched: true }),
    ...recordingOf(task),
    claimedAt,
    ...(waitingSince !== undefined && { waitingSince }),
    facts: { submitting: { at: claimedAt } },
  };
}
