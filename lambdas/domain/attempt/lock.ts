import type { Instant } from '../basics/instant.ts';
import type { Attempt, AttemptId, OperatorLine } from './attempt.ts';

/**
 * Who is in a call is known by locks: one for the customer's number over all tasks, one for the
 * operator. A registered operator is one operator, whichever of their addresses is rung; an address
 * that nobody registered stands for itself. A row needs none: it has the number's, and its attempts
 * say whether one is live.
 */
export type LockKey = `number:${string}` | `operator:${string}`;

export interface Lock {
  key: LockKey;
  attempt: AttemptId;
  takenAt: Instant;
  freeAt?: Instant;
  /** An operator's: calls in a row that they let ring. */
  missed?: number;
}

export function numberLock(e164: string): LockKey {
  return `number:${e164}`;
}

export function operatorLock(line: OperatorLine): LockKey {
  return `operator:${line.id ?? line.address}`;
}

export function locksOf(attempt: Attempt): {
  number: LockKey;
  operator: LockKey;
} {
  return {
    number: numberLock(attempt.customer),
    operator: operatorLock(attempt.operator),
  };
}
