import {
  type Attempt,
  attemptId,
  budgetUsed,
  hasKept,
  type OperatorLine,
} from '../../domain/attempt/attempt.ts';
import { delaySeconds, longestHold, ringAtOf } from '../../domain/attempt/dial-timing.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import { toE164 } from '../../domain/basics/phone-number.ts';
import { type GateReason, mayDial } from '../../domain/gate/gate.ts';
import { orderProblemText } from '../../domain/order/order-problem.ts';
import {
  isWaitingAt,
  orderFieldsOf,
  type RowKey,
  rowId,
  Status,
  textOf,
} from '../../domain/row/row.ts';
import { type ClaimResult, historyLimit } from '../../ports/attempts.ts';
import type { Ports } from '../../ports/ports.ts';
import type { StoredRow } from '../../ports/rows.ts';
import { bookRow, type DueRow, deferRow, missPromise } from '../promises/book-row.ts';
import { refuseRow } from '../promises/judge-row.ts';
import { candidatesFor, offerIfFree } from './find-operator.ts';
import { type SubmitPorts, submitCall } from './submit-call.ts';

export interface DueCall {
  row: RowKey;
  dueAt: Instant;
  /** The call slot that this call holds, once it has one. */
  slotAt?: Instant | undefined;
}

export type CallOperatorPorts = SubmitPorts & Pick<Ports, 'rows' | 'callRate' | 'newSuffix'>;

/** The claim is made this much before the operator is rung, in milliseconds, so that the ring is on time. */
const claimLead = 60;

/**
 * A row's moment has come: early? wait on · stale? drop · take a call slot · ask the gate ·
 * claim · ring the operator. Whatever is in the way books the row for another instant.
 */
export async function callOperator(ports: CallOperatorPorts, call: DueCall): Promise<void> {
  const { rows, directory, clock, dialQueue } = ports;
  const task = await directory.task(call.row.task);
  const row = await rows.get(call.row);
  if (task === undefined || row === undefined || !isWaitingAt(row, call.dueAt)) return;
  const ringAt = ringAtOf(call.dueAt, task);
  const left = ringAt - clock.now();
  if (left >= longestHold) return dialQueue.send({ kind: 'call', ...call }, delaySeconds(left));
  const due: DueRow = { row, task, dueAt: call.dueAt };
  if (isTooLate(ports, due)) return missPromise(ports, due);
  if (task.paused !== undefined) return defer(ports, due);
  const startAt = await takeSlot(ports, call, ringAt);
  if (startAt === undefined) return;
  await clock.sleepUntil(startAt - claimLead);
  const attempt = await serve(ports, due);
  if (attempt !== undefined) await submitCall(ports, { attempt, task, startAt, ringAt });
}

function isTooLate({ clock }: Pick<Ports, 'clock'>, { dueAt, task }: DueRow): boolean {
  return clock.now() - dueAt > task.graceSeconds * 1000;
}

async function defer(ports: CallOperatorPorts, due: DueRow): Promise<void> {
  await deferRow(ports, due, undefined);
}

/** When the call may be sent; undefined when its slot lies ahead and the call waits for it in the queue. */
async function takeSlot(
  { callRate, directory, dialQueue, clock }: CallOperatorPorts,
  call: DueCall,
  ringAt: Instant,
): Promise<Instant | undefined> {
  const { callsPerSecond } = await directory.account();
  if (callsPerSecond === null) return ringAt;
  const wanted = Math.max(ringAt, clock.now());
  const holder = `${rowId(call.row)}@${call.dueAt}`;
  const slotAt = call.slotAt ?? (await callRate.reserve(callsPerSecond, wanted, holder));
  const left = slotAt - clock.now();
  if (left < longestHold) return Math.max(ringAt, slotAt);
  await dialQueue.send({ kind: 'call', ...call, slotAt }, delaySeconds(left));
  return undefined;
}

/** Claims the row for the first operator who is free; undefined when it is not to be called now. */
async function serve(ports: CallOperatorPorts, due: DueRow): Promise<Attempt | undefined> {
  const customer = toE164(textOf(due.row.columns.tel) ?? '', due.task.country);
  if (customer === undefined) {
    await refuseRow(ports, due.row, { code: 'tel-changed' });
    return undefined;
  }
  const history = await ports.attempts.history(due.row.key, historyLimit);
  if (!(await passGate(ports, due, history))) return undefined;
  const candidates = await candidatesFor(ports, due);
  for (const operator of candidates.lines) {
    const attempt = newAttempt(ports, due, { customer, operator });
    const result = await claim(ports, due, attempt);
    if (result === 'claimed') return attempt;
    if (result === 'row-changed') return undefined;
    if (result !== 'operator-taken') {
      await deferRow(ports, due, undefined);
      return undefined;
    }
  }
  ports.journal.count('NobodyFree');
  if (await deferRow(ports, due, candidates.waitingFor)) {
    await offerIfFree(ports, candidates.awaited);
  }
  return undefined;
}

/** Books the row for when it may be called, or ends it, where the gate or the budget says no. */
async function passGate(
  ports: CallOperatorPorts,
  due: DueRow,
  history: readonly Attempt[],
): Promise<boolean> {
  const { row, task, dueAt } = due;
  const promisedAt = row.own.promisedAt ?? dueAt;
  if (history.some((it) => it.promisedAt === promisedAt && hasKept(it, dueAt))) {
    await refuseRow(ports, row, { code: 'already-made' });
    return false;
  }
  if (budgetUsed(history, promisedAt) >= task.maxAttempts) {
    await ports.rows.change(row, { kind: 'finish', status: Status.attemptsUsedUp });
    return false;
  }
  const permission = mayDial(row.columns, task, Math.max(dueAt, ports.clock.now()), history);
  if (permission.may) return true;
  if (permission.nextAt !== undefined) await bookRow(ports, due, { at: permission.nextAt });
  else await forbid(ports, row, permission.reason);
  return false;
}

/** An outside writer brought back a row as it was before its call. */
async function forbid(
  { rows }: Pick<Ports, 'rows'>,
  row: StoredRow,
  reason: GateReason,
): Promise<void> {
  const problem = orderProblemText({ code: 'never-callable', reason }, 'en');
  await rows.change(row, { kind: 'finish', status: Status.doNotCall, problem });
}

function newAttempt(
  { clock, newSuffix }: Pick<Ports, 'clock' | 'newSuffix'>,
  { row, dueAt }: DueRow,
  { customer, operator }: { customer: string; operator: OperatorLine },
): Attempt {
  const claimedAt = clock.now();
  return {
    id: attemptId(row.key, newSuffix(claimedAt)),
    row: row.key,
    origin: 'callback',
    dueAt,
    promisedAt: row.own.promisedAt ?? dueAt,
    servesPromise: true,
    order: { ...orderFieldsOf(row.columns), status: String(Status.inService) },
    tel: textOf(row.columns.tel) ?? '',
    customer,
    operator,
    claimedAt,
    facts: {},
  };
}

function claim(ports: CallOperatorPorts, { row }: DueRow, attempt: Attempt): Promise<ClaimResult> {
  const change = {
    kind: 'serve',
    attempt: attempt.id,
    fields: orderFieldsOf(row.columns),
    at: attempt.claimedAt,
  } as const;
  return ports.attempts.claim({ attempt, row, change, at: attempt.claimedAt });
}
