import type { Instant } from '../basics/instant.ts';
import type { Attempt, AttemptId, OperatorLine } from './attempt.ts';

/**
 * What is live is known by locks: one for the row, one for the customer's number over all tasks,
 * one for the operator. An operator who is registered is one operator, whichever of his addresses
 * is rung; an address that nobody registered stands for itself.
 */
export type LockKey = `row:${string}` | `number:${string}` | `operator:${string}`;

export interface Lock {
  key: LockKey;
  attempt: AttemptId;
  takenAt: Instant;
  freeAt?: Instant;
  /** An operator's: calls in a row that he let ring. */
  missed?: number;
}

export function rowLock({ task, Id }: { task: string; Id: number | string }): LockKey {
  return `row:${task}.${Id}`;
}

export function numberLock(e164: string): LockKey {
  return `number:${e164}`;
}

export function operatorLock(line: OperatorLine): LockKey {
  return `operator:${line.id ?? line.address}`;
}

export function locksOf(attempt: Attempt): {
  row: LockKey;
  number: LockKey;
  operator: LockKey;
} {
  return {
    row: rowLock(attempt.row),
    number: numberLock(attempt.customer),
    operator: operatorLock(attempt.operator),
  };
}
