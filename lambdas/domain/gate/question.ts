import type { Attempt } from '../attempt/attempt.ts';
import type { Instant } from '../basics/instant.ts';
import type { SaidNo } from '../do-not-call/said-no.ts';
import type { Columns } from '../row/row.ts';
import type { Account, Task } from '../task/task.ts';
import type { GateReason } from './gate-reasons.ts';

/** May this number be called at all? */
export interface NumberQuestion {
  /** E.164; undefined where what was given is no phone number. */
  to: string | undefined;
  task: Task;
  facts: NumberFacts;
}

/** May this number be called then? All that an answer depends on. */
export interface DialQuestion extends NumberQuestion {
  /** Of the row that the call belongs to; of a number without one, those that its row would have. */
  columns: Columns;
  /** The moment at which the customer's phone would ring. */
  at: Instant;
  facts: GateFacts;
}

/** What is stored about the number alone. */
export interface NumberFacts {
  /** That somebody said that the number may not be called, in whichever row, or by no row at all. */
  saidNo?: SaidNo | undefined;
  account: Account;
  /** Phone numbers of operators and of our own, in E.164. */
  ours: ReadonlySet<string>;
}

/** What is stored about the row and the number: `readGateFacts` reads it, and callers hand it on. */
export interface GateFacts extends NumberFacts {
  /** The row's attempts, of any promise, newest first. */
  history: readonly Attempt[];
  /** Attempts to the same number for other rows, of any task. */
  ofOtherRows: readonly Attempt[];
}

/** One rule's no. */
export interface Refusal {
  reason: GateReason;
  /** The first instant from the asked one on at which this rule says yes; absent where it never will. */
  until?: Instant;
}

/** One rule of the gate; undefined where it has nothing against the call. */
export type Rule = (question: DialQuestion) => Refusal | undefined;
