import type { Attempt } from '../attempt/attempt.ts';
import type { WithdrawalReason } from '../attempt/facts.ts';
import type { Instant } from '../basics/instant.ts';
import { isInService, orderFieldsOf, type Row, sameFields, statusOf, textOf } from '../row/row.ts';
import type { Task } from '../task/task.ts';
import { mayDial } from './gate.ts';
import type { GateReason } from './gate-reasons.ts';
import type { Permitted } from './permitted.ts';
import type { GateFacts } from './question.ts';

export interface DialRefusal {
  reason: WithdrawalReason;
  /** Which rule of the gate says no. */
  why?: GateReason;
  /** When the gate would say yes. */
  nextAt?: Instant;
}

export type DialAnswer = { may: true; to: Permitted } | ({ may: false } & DialRefusal);

export interface DialCheck {
  attempt: Attempt;
  /** The row as it now stands; undefined when it was deleted. */
  row: Row | undefined;
  task: Task;
  at: Instant;
  facts: GateFacts;
}

/**
 * The last moment at which a cancel, a move or the gate counts: may the customer be dialled now, and
 * if not, why? An outside writer may have dropped `_attempt`; that alone
 * is no withdrawal, since the lock says who serves the row.
 */
export function checkDial(check: DialCheck): DialAnswer {
  const { attempt, row, task, at, facts } = check;
  const reason = changeSince(attempt, row);
  if (row === undefined || reason !== undefined) return { may: false, reason: reason ?? 'gone' };
  const answer = mayDial({ to: attempt.customer, columns: row.columns, task, at, facts });
  if (answer.may) return answer;
  const { reason: why, nextAt } = answer;
  const refusal = { may: false, reason: 'may-not-be-called', why } as const;
  return nextAt === undefined ? refusal : { ...refusal, nextAt };
}

/** What others made of the order since it was claimed; undefined while it stands. */
export function changeSince(
  attempt: Attempt,
  row: Row | undefined,
): Extract<WithdrawalReason, 'gone' | 'cancelled' | 'moved'> | undefined {
  if (row === undefined) return 'gone';
  if (statusOf(row) === undefined) return 'cancelled';
  if (!isInService(row)) return 'moved';
  const isOurs = row.own.attempt === undefined || row.own.attempt === attempt.id;
  const isSameNumber = textOf(row.columns.tel) === attempt.tel;
  if (!isOurs || !isSameNumber || !sameFields(orderFieldsOf(row.columns), attempt.order))
    return 'moved';
  return undefined;
}
