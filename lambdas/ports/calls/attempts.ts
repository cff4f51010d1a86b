import type { Attempt, AttemptId } from '../../domain/attempt/attempt.ts';
import type { Fact, FactKind, Settled } from '../../domain/attempt/facts.ts';
import type { Hold } from '../../domain/attempt/hold.ts';
import type { Lock, LockKey } from '../../domain/attempt/lock.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import type { RowChange } from '../../domain/order/row-change.ts';
import type { RowKey } from '../../domain/row/row.ts';
import type { StoredRow } from '../rows/rows.ts';

/**
 * The row's latest attempts are enough: with more than these, a promise's budget and a day's cap are
 * used up, and who spoke to the customer last stands among them.
 */
export const historyLimit = 200;

/** Attempts and the locks that say what is live; a method is one write or one transaction. */
export interface Attempts {
  get(id: AttemptId): Promise<Attempt | undefined>;

  /**
   * The row's attempts, newest first: so many, and all that were claimed since the instant, where one is
   * given. Strongly consistent.
   */
  history(row: RowKey, limit: number, since?: Instant): Promise<Attempt[]>;

  /** The attempt that serves a call which a person made to us; the last one, where several did. */
  ofCall(sid: string): Promise<Attempt | undefined>;

  /**
   * Takes both locks, creates the attempt and turns the row to 11, all or nothing. A lock
   * whose `freeAt` has passed may be taken. Conflicts with other transactions are tried again here.
   */
  claim(claim: Claim): Promise<ClaimResult>;

  /**
   * Adds facts, in one write. One of a kind that is there already stays as it is, and with a fact of
   * `unless` nothing is added. Returns the attempt as it then is; undefined when there is no such attempt.
   */
  record(
    id: AttemptId,
    facts: Fact | readonly Fact[],
    unless?: readonly FactKind[],
  ): Promise<Attempt | undefined>;

  /** The later word counts. Returns the attempt as it then is; undefined when there is no such attempt. */
  noteHold(id: AttemptId, hold: Hold): Promise<Attempt | undefined>;

  /**
   * The customer's own permission: adds `dialling` if the operator is ready, nothing was withdrawn,
   * deferred or settled (so that its locks are still held), and the row still holds what was seen. The order
   * that was claimed is compared by the caller. Asked again, it answers as the first time.
   */
  permit(attempt: Attempt, row: StoredRow, at: Instant): Promise<boolean>;

  /**
   * Adds `settled` and what is news with it, frees the number's lock, gives the operator's lock its
   * `freeAt` if one is given (adds `operatorReleased` then, and counts whether they answered), and changes
   * the row only while it says 11 with this attempt. Never creates a row. False when the attempt was
   * settled before, or has a fact of `unless`; then nothing changes.
   */
  settle(settlement: Settlement): Promise<boolean>;

  /**
   * Adds what was learned after an attempt was settled, and changes the row if that still shows the
   * settlement: `corrected`, while it waits at 10 for the retry that was booked; `voicemail`, while
   * nobody ordered anything since. False when it was added before.
   */
  correct(correction: Correction): Promise<boolean>;

  /**
   * Gives the operator's lock its `freeAt`, if it is the attempt's and has none, and adds
   * `operatorReleased`. Two writes, in an order that makes repeating it after a crash right.
   */
  release(attempt: Attempt, released: Release): Promise<void>;

  /** All locks that attempts hold now: those without a `freeAt`. */
  held(): Promise<Lock[]>;

  /** Removes a lock that its attempt still holds: for one whose attempt is gone. */
  dropLock(lock: Lock): Promise<void>;

  /** Locks of operators who had a call and are free only later than this instant. */
  wrappingUp(at: Instant): Promise<Lock[]>;

  /** The locks among these that exist, whoever holds them and whether or not they are free again. */
  locks(keys: readonly LockKey[]): Promise<Lock[]>;

  /** Locks of operators who let the last calls ring, so many or more. */
  missing(calls: number): Promise<Lock[]>;

  /** The operator is there: calls that they let ring count no more. False when there were none. */
  noteResponse(operator: LockKey): Promise<boolean>;

  /**
   * Lets the operator be rung later than their lock says. False when it says something else by now: they
   * said *done*, or have the next call.
   */
  extendWrapUp(lock: Lock & { freeAt: Instant }, later: Instant): Promise<boolean>;

  /** Lets the operator be rung from this instant on, if their lock has a later `freeAt`: they said *done*. */
  endWrapUp(operator: LockKey, at: Instant): Promise<void>;
}

export interface Correction {
  attempt: Attempt;
  fact: Extract<Fact, { kind: 'corrected' | 'voicemail' }>;
  change: RowChange;
}

export interface Release {
  freeAt: Instant;
  at: Instant;
  /** What is news with it. */
  facts?: readonly Fact[];
}

export interface Claim {
  attempt: Attempt;
  row: StoredRow;
  change: RowChange & { kind: 'serve' };
  at: Instant;
  /** The call of a person's own that the attempt serves from the start: it leads to the attempt. */
  call?: CallIn;
}

export interface CallIn {
  sid: string;
  /** The attempt that served it before. */
  after?: AttemptId;
}

export type ClaimResult =
  | 'claimed'
  /** Another attempt serves the call: its webhook came twice. */
  | 'call-known'
  | 'row-changed'
  | 'number-taken'
  | 'operator-taken';

export interface Settlement {
  attempt: Attempt;
  settled: Settled;
  at: Instant;
  /** News that settles it. */
  facts?: readonly Fact[];
  /** Facts that would settle it otherwise. */
  unless?: readonly FactKind[];
  /** What the row becomes; undefined leaves it as it is. */
  change?: RowChange;
  /** Absent while the operator's leg is still up. */
  operatorFreeAt?: Instant;
  /** Whether the operator answered, where that is to be counted. */
  response?: 'answered' | 'missed';
}
