import type { Attempt, WithdrawalReason } from '../attempt/attempt.ts';
import type { Instant } from '../basics/instant.ts';
import { isInService, orderFieldsOf, type Row, sameFields, statusOf, textOf } from '../row/row.ts';
import type { Task } from '../task/task.ts';
import { type GateAnswer, mayDial } from './gate.ts';
import type { GateFacts } from './question.ts';

export interface DialRefusal {
  reason: WithdrawalReason;
  /** When the gate would say yes. */
  nextAt?: Instant;
}

export interface DialCheck {
  attempt: Attempt;
  /** The row as it now stands; undefined when it was deleted. */
  row: Row | undefined;
  task: Task;
  at: Instant;
  facts: GateFacts;
}

/**
 * The last moment at which a cancel, a move or the gate counts: why the customer may not be
 * dialled now, or undefined when they may. An outside writer may have dropped `_attempt`; that alone
 * is no withdrawal, since the lock says who serves the row.
 */
export function dialRefusal({ attempt, row, task, at, facts }: DialCheck): DialRefusal | undefined {
  if (row === undefined) return { reason: 'gone' };
  if (statusOf(row) === undefined) return { reason: 'cancelled' };
  if (!isInService(row)) return { reason: 'moved' };
  const isOurs = row.own.attempt === undefined || row.own.attempt === attempt.id;
  const isSameNumber = textOf(row.columns.tel) === attempt.tel;
  if (!isOurs || !isSameNumber || !sameFields(orderFieldsOf(row.columns), attempt.order))
    return { reason: 'moved' };
  return gateRefusal(mayDial({ to: attempt.customer, columns: row.columns, task, at, facts }));
}

function gateRefusal(permission: GateAnswer): DialRefusal | undefined {
  if (permission.may) return undefined;
  const { nextAt } = permission;
  return nextAt === undefined
    ? { reason: 'may-not-be-called' }
    : { reason: 'may-not-be-called', nextAt };
}
