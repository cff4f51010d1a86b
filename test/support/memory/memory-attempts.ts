import { type Attempt, type AttemptId, withFact } from '../../../lambdas/domain/attempt/attempt.ts';
import type { Fact, FactKind } from '../../../lambdas/domain/attempt/facts.ts';
import type { Hold } from '../../../lambdas/domain/attempt/hold.ts';
import { type Lock, type LockKey, locksOf } from '../../../lambdas/domain/attempt/lock.ts';
import type { Instant } from '../../../lambdas/domain/basics/instant.ts';
import { columnChange, type RowChange } from '../../../lambdas/domain/order/row-change.ts';
import { type RowKey, rowId, Status } from '../../../lambdas/domain/row/row.ts';
import { showsWhatIsCorrected } from '../../../lambdas/domain/settlement/still-shows.ts';
import type {
  Attempts,
  Claim,
  ClaimResult,
  Correction,
  Release,
  Settlement,
} from '../../../lambdas/ports/calls/attempts.ts';
import type { StoredRow } from '../../../lambdas/ports/rows/rows.ts';
import type { MemoryTables } from './memory-tables.ts';

export class MemoryAttempts implements Attempts {
  readonly #tables: MemoryTables;

  constructor(tables: MemoryTables) {
    this.#tables = tables;
  }

  async get(id: AttemptId): Promise<Attempt | undefined> {
    return this.#tables.attempts.get(id);
  }

  async history(row: RowKey, limit: number, since?: Instant): Promise<Attempt[]> {
    const ids = this.#tables.attemptsOf.get(rowId(row)) ?? [];
    const newestFirst = [...ids].sort((a, b) => (a > b ? -1 : 1));
    const isRecent = ({ claimedAt }: Attempt) => since !== undefined && claimedAt >= since;
    return newestFirst
      .flatMap((id) => this.#tables.attempts.get(id) ?? [])
      .filter((it, place) => place < limit || isRecent(it));
  }

  async ofCall(sid: string): Promise<Attempt | undefined> {
    const id = this.#tables.calls.get(sid);
    return id && this.#tables.attempts.get(id);
  }

  async claim(claim: Claim): Promise<ClaimResult> {
    const refusal = this.#refusal(claim);
    if (refusal !== undefined) return refusal;
    const { attempt, row, change, at, call } = claim;
    if (call !== undefined) this.#tables.calls.set(call.sid, attempt.id);
    for (const key of Object.values(locksOf(attempt))) {
      const { missed } = this.#tables.locks.get(key) ?? {};
      const kept = missed === undefined ? {} : { missed };
      this.#tables.locks.set(key, { key, attempt: attempt.id, takenAt: at, ...kept });
    }
    this.#tables.attempts.set(attempt.id, attempt);
    const ids = this.#tables.attemptsOf.get(rowId(attempt.row)) ?? [];
    this.#tables.attemptsOf.set(rowId(attempt.row), [...ids, attempt.id]);
    this.#tables.updateRow(row.key, columnChange(change));
    return 'claimed';
  }

  #refusal({ attempt, row, at, call }: Claim): ClaimResult | undefined {
    if (call && this.#tables.calls.get(call.sid) !== call.after) return 'call-known';
    if (!this.#tables.stillHolds(row) || this.#tables.attempts.has(attempt.id))
      return 'row-changed';
    const locks = locksOf(attempt);
    if (this.#isTaken(locks.number, at)) return 'number-taken';
    return this.#isTaken(locks.operator, at) ? 'operator-taken' : undefined;
  }

  #isTaken(key: LockKey, at: Instant): boolean {
    const lock = this.#tables.locks.get(key);
    return lock !== undefined && (lock.freeAt === undefined || lock.freeAt > at);
  }

  async noteHold(id: AttemptId, hold: Hold): Promise<Attempt | undefined> {
    const stored = this.#tables.attempts.get(id);
    if (stored === undefined || (stored.hold && stored.hold.at >= hold.at)) return stored;
    const held = { ...stored, hold };
    this.#tables.attempts.set(id, held);
    return held;
  }

  async record(
    id: AttemptId,
    facts: Fact | readonly Fact[],
    unless: readonly FactKind[] = [],
  ): Promise<Attempt | undefined> {
    const stored = this.#tables.attempts.get(id);
    if (stored === undefined || unless.some((kind) => stored.facts[kind])) return stored;
    return [facts].flat().reduce((attempt, fact) => this.#add(attempt, fact), stored);
  }

  async permit(attempt: Attempt, row: StoredRow, at: Instant): Promise<boolean> {
    const stored = this.#tables.attempts.get(attempt.id);
    if (stored === undefined) return false;
    const { facts } = stored;
    if (facts.dialling) return true;
    const isOff = facts.withdrawn || facts.operatorDeferred || facts.settled;
    if (!facts.operatorReady || isOff) return false;
    if (!this.#tables.stillHolds(row)) return false;
    this.#add(stored, { kind: 'dialling', at });
    return true;
  }

  async settle(settlement: Settlement): Promise<boolean> {
    const { attempt, settled, at, change, operatorFreeAt, response } = settlement;
    const { facts = [], unless = [] } = settlement;
    const stored = this.#tables.attempts.get(attempt.id);
    if (stored === undefined || stored.facts.settled) return false;
    if (unless.some((kind) => stored.facts[kind])) return false;
    const news: Fact[] = [...facts, { kind: 'settled', at, ...settled }];
    news.reduce((it, fact) => this.#add(it, fact), stored);
    const locks = locksOf(attempt);
    if (this.#holds(attempt, locks.number)) this.#tables.locks.delete(locks.number);
    if (operatorFreeAt !== undefined)
      this.#freeOperator(attempt, { freeAt: operatorFreeAt, at, response });
    if (change !== undefined) this.#changeServed(attempt, change);
    return true;
  }

  #changeServed(attempt: Attempt, change: RowChange): void {
    const columns = this.#tables.row(attempt.row)?.columns;
    const served = columns?.status === Status.inService || columns?.status === '11';
    if (served && columns?._attempt === attempt.id) {
      this.#tables.updateRow(attempt.row, columnChange(change));
    }
  }

  async correct({ attempt, fact, change }: Correction): Promise<boolean> {
    const stored = this.#tables.attempts.get(attempt.id);
    if (!stored?.facts.settled || stored.facts[fact.kind]) return false;
    this.#add(stored, fact);
    const row = this.#tables.row(attempt.row);
    if (row !== undefined && showsWhatIsCorrected[fact.kind](row, attempt)) {
      this.#tables.updateRow(attempt.row, columnChange(change));
    }
    return true;
  }

  async release(attempt: Attempt, { freeAt, at, facts = [] }: Release): Promise<void> {
    await this.record(attempt.id, facts);
    const response = attempt.facts.operatorReady && 'answered';
    this.#freeOperator(attempt, { freeAt, at, response });
  }

  async held(): Promise<Lock[]> {
    return [...this.#tables.locks.values()].filter((it) => it.freeAt === undefined);
  }

  async dropLock({ key, attempt }: Lock): Promise<void> {
    if (this.#tables.locks.get(key)?.attempt === attempt) this.#tables.locks.delete(key);
  }

  async wrappingUp(at: Instant): Promise<Lock[]> {
    return [...this.#tables.locks.values()].filter(({ freeAt = at }) => freeAt > at);
  }

  async locks(keys: readonly LockKey[]): Promise<Lock[]> {
    return [...new Set(keys)].flatMap((key) => this.#tables.locks.get(key) ?? []);
  }

  async missing(calls: number): Promise<Lock[]> {
    return [...this.#tables.locks.values()].filter(({ missed = 0 }) => missed >= calls);
  }

  async noteResponse(operator: LockKey): Promise<boolean> {
    const { missed, ...lock } = this.#tables.locks.get(operator) ?? {};
    if (missed === undefined) return false;
    this.#tables.locks.set(operator, lock as Lock);
    return true;
  }

  async extendWrapUp(lock: Lock & { freeAt: Instant }, later: Instant): Promise<boolean> {
    const stored = this.#tables.locks.get(lock.key);
    if (stored?.attempt !== lock.attempt || stored.freeAt !== lock.freeAt) return false;
    this.#tables.locks.set(lock.key, { ...stored, freeAt: later });
    return true;
  }

  async endWrapUp(operator: LockKey, at: Instant): Promise<void> {
    const lock = this.#tables.locks.get(operator);
    if (lock?.freeAt !== undefined && lock.freeAt > at) {
      this.#tables.locks.set(operator, { ...lock, freeAt: at });
    }
  }

  #add(stored: Attempt, fact: Fact): Attempt {
    const attempt = withFact(stored, fact);
    this.#tables.attempts.set(attempt.id, attempt);
    return attempt;
  }

  #holds(attempt: Attempt, key: LockKey): boolean {
    return this.#tables.locks.get(key)?.attempt === attempt.id;
  }

  #freeOperator(
    attempt: Attempt,
    {
      freeAt,
      at,
      response,
    }: { freeAt: Instant; at: Instant; response: Settlement['response'] | undefined },
  ): void {
    const stored = this.#tables.attempts.get(attempt.id);
    if (stored !== undefined) this.#add(stored, { kind: 'operatorReleased', at, freeAt });
    const key = locksOf(attempt).operator;
    const lock = this.#tables.locks.get(key);
    if (lock?.attempt === attempt.id && lock.freeAt === undefined) {
      const { missed = 0, ...rest } = lock;
      const counted = response === 'missed' ? missed + 1 : missed;
      const kept = counted === 0 || response === 'answered' ? {} : { missed: counted };
      this.#tables.locks.set(key, { ...rest, ...kept, freeAt });
    }
  }
}
