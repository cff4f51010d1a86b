import {
  type Attempt,
  attemptId,
  budgetUsed,
  isLive,
  type OperatorLine,
} from '../../domain/attempt/attempt.ts';
import type { Facts } from '../../domain/attempt/facts.ts';
import { recordingOf } from '../../domain/attempt/recorded-call.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import { clockOfGate } from '../../domain/gate/gate.ts';
import { isDoNotCall, orderFieldsOf, type RowKey, Status, textOf } from '../../domain/row/row.ts';
import { takeOver } from '../../domain/settlement/take-over.ts';
import type { Task } from '../../domain/task/task.ts';
import { type CallIn, type ClaimResult, historyLimit } from '../../ports/calls/attempts.ts';
import type { Ports } from '../../ports/ports.ts';
import type { StoredRow } from '../../ports/rows/rows.ts';
import { numberOf } from '../numbers/rows-of-number.ts';
import { type JudgePorts, judgeUntold } from '../promises/judge-row.ts';

export type ServePorts = JudgePorts & Pick<Ports, 'presence' | 'newSuffix'>;

/** A call that comes without its row being due: an operator's own, or a customer's. */
export interface UnpromisedCall {
  origin: 'manual' | 'inbound';
  task: Task;
  row: RowKey;
  customer: string;
  operator: OperatorLine;
  /** What is true of the call already when the row is claimed. */
  facts: (at: Instant) => Facts;
  call?: CallIn | undefined;
}

export type Served =
  | { kind: 'claimed'; attempt: Attempt }
  | { kind: Exclude<ClaimResult, 'claimed'> | 'gone' | 'barred' | 'row-taken' };

/** How often a row is claimed that changes under the claim. */
const mostTries = 5;

/**
 * Claims the row for the call. A write that nobody judged yet is judged first: what it promises is
 * then taken over, or stands again when the call ends.
 */
export async function claimRow(ports: ServePorts, wanted: UnpromisedCall): Promise<Served> {
  for (let tries = 0; tries < mostTries; tries++) {
    const row = await judgedRow(ports, wanted.row);
    if (row === undefined) return { kind: 'gone' };
    if (isDoNotCall(row)) return { kind: 'barred' };
    if (numberOf(row, wanted.task) !== wanted.customer) return { kind: 'row-changed' };
    const history = await ports.attempts.history(row.key, historyLimit);
    if (history.some(isLive)) return { kind: 'row-taken' };
    const isWatched = await ports.presence.isWatched(wanted.operator.id);
    const attempt = newAttempt(ports, wanted, { row, history, isWatched });
    const result = await claim(ports, { row, attempt, call: wanted.call });
    if (result === 'claimed') return { kind: 'claimed', attempt };
    if (result !== 'row-changed') return { kind: result };
  }
  return { kind: 'row-changed' };
}

async function judgedRow(ports: ServePorts, key: RowKey): Promise<StoredRow | undefined> {
  const row = await ports.rows.get(key);
  if (row === undefined) return undefined;
  await judgeUntold(ports, row);
  return ports.rows.get(key);
}

function newAttempt(
  { clock, newSuffix }: ServePorts,
  { origin, task, customer, operator, facts }: UnpromisedCall,
  { row, history, isWatched }: { row: StoredRow; history: readonly Attempt[]; isWatched: boolean },
): Attempt {
  const at = clock.now();
  const promise = takeOver(row, at);
  return {
    id: attemptId(row.key, newSuffix(at)),
    row: row.key,
    origin,
    dueAt: at,
    ...promise,
    usedBefore: budgetUsed(history, promise.promisedAt),
    order: { ...orderFieldsOf(row.columns), status: String(Status.inService) },
    tel: textOf(row.columns.tel) ?? '',
    ...(origin === 'manual' && {
      permittedBy: clockOfGate({ columns: row.columns, task, to: customer }),
    }),
    customer,
    operator,
    claimedAt: at,
    ...(isWatched && { isWatched }),
    ...recordingOf(task),
    facts: facts(at),
  };
}

function claim(
  { attempts }: ServePorts,
  { row, attempt, call }: { row: StoredRow; attempt: Attempt; call: CallIn | undefined },
): Promise<ClaimResult> {
  const { id, claimedAt: at } = attempt;
  const fields = orderFieldsOf(row.columns);
  const change = { kind: 'serve', attempt: id, fields, at } as const;
  return attempts.claim({ attempt, row, change, at, ...(call && { call }) });
}
