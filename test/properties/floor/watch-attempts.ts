import type { Attempt, AttemptId } from '../../../lambdas/domain/attempt/attempt.ts';
import { outcomes } from '../../../lambdas/domain/attempt/outcomes.ts';
import type { Instant } from '../../../lambdas/domain/basics/instant.ts';
import { toInstant } from '../../../lambdas/domain/basics/local-time.ts';
import { orderFieldsOf, rowId, textOf } from '../../../lambdas/domain/row/row.ts';
import type { Claim, ClaimResult, Settlement } from '../../../lambdas/ports/calls/attempts.ts';
import type { StoredRow } from '../../../lambdas/ports/rows/rows.ts';
import { MemoryAttempts } from '../../support/memory/memory-attempts.ts';
import type { Promised } from './ledger.ts';
import type { Promises, Watched } from './promises.ts';

/** How much before the promise an operator is rung, and claimed a little before that. */
const longestRingAhead = 15_100;

/** Attempts, with the promises about them: alone, not early, and as the row says now. */
export class WatchedAttempts extends MemoryAttempts {
  /** When the row's public columns promised the call that was permitted. */
  readonly permitted = new Map<AttemptId, Instant>();
  readonly #world: Watched;
  readonly #promises: Promises;
  readonly #claimedAs = new Map<AttemptId, string>();
  /** What stood in the ledger when they were claimed. */
  readonly #claimedFor = new Map<AttemptId, Promised>();
  /** The last attempt of each row, number and operator. */
  readonly #last = new Map<string, AttemptId>();

  constructor(world: Watched, promises: Promises) {
    super(world.tables);
    this.#world = world;
    this.#promises = promises;
  }

  override async claim(claim: Claim): Promise<ClaimResult> {
    const result = await super.claim(claim);
    const { attempt } = claim;
    const { ledger, trace, now } = this.#world;
    trace.note(now(), () => `claim ${attempt.id} for ${attempt.operator.address}: ${result}`);
    if (result === 'number-taken') ledger.hinder(attempt.row, 'busy number');
    if (result !== 'claimed') return result;
    this.#claimedAs.set(attempt.id, this.#orderOf(attempt));
    const promised = ledger.standing(attempt.row);
    if (promised !== undefined) this.#claimedFor.set(attempt.id, promised);
    this.#mustBeAlone(attempt);
    if (attempt.origin === 'callback') this.#mustNotBeEarly(attempt);
    return result;
  }

  #mustNotBeEarly(attempt: Attempt): void {
    const { faults, now } = this.#world;
    const early = this.promisedTo(attempt) - now();
    if (early > longestRingAhead + faults.skew)
      this.#promises.violate(`3: ${attempt.id} is claimed ${early} ms early`);
  }

  /** No other attempt is open for its row, its number or its operator. */
  #mustBeAlone(attempt: Attempt): void {
    const { customer, operator, row } = attempt;
    this.#mustBeLast(attempt, `number ${customer}`);
    this.#mustBeLast(attempt, `row ${rowId(row)}`);
    if (operator.id !== undefined) this.#mustBeLast(attempt, `operator ${operator.id}`);
  }

  #mustBeLast(attempt: Attempt, what: string): void {
    const other = this.#world.tables.attempts.get(this.#last.get(what) as AttemptId);
    this.#last.set(what, attempt.id);
    const { settled, operatorReleased } = other?.facts ?? {};
    const isOver = what.startsWith('operator') ? operatorReleased : settled;
    if (other === undefined || isOver !== undefined) return;
    this.#promises.violate(`2: ${attempt.id} is claimed beside ${other.id} (${what})`);
  }

  override async permit(attempt: Attempt, row: StoredRow, at: Instant): Promise<boolean> {
    const isGranted = await super.permit(attempt, row, at);
    const { trace, now } = this.#world;
    trace.note(now(), () => `permit ${attempt.id}: ${isGranted}`);
    if (!isGranted || this.permitted.has(attempt.id)) return isGranted;
    this.permitted.set(attempt.id, this.promisedTo(attempt));
    const order = this.#orderOf(attempt);
    if (order !== this.#claimedAs.get(attempt.id)) {
      this.#promises.violate(`3: ${attempt.id} was permitted although its row became ${order}`);
    }
    return isGranted;
  }

  override async settle(settlement: Settlement): Promise<boolean> {
    const isFirst = await super.settle(settlement);
    const { ledger, trace, now } = this.#world;
    const { attempt, settled } = settlement;
    trace.note(now(), () => `settle ${attempt.id} as ${settled.outcome}: ${isFirst}`);
    if (isFirst && settled.outcome === 'reached') this.#keep(attempt);
    const { side } = outcomes[settled.outcome];
    if (side === 'operator') ledger.hinder(attempt.row, 'operators');
    if (side === 'neither')
      ledger.hinder(attempt.row, settled.outcome === 'withdrawn' ? 'rules' : 'faults');
    return isFirst;
  }

  override async correct(...given: Parameters<MemoryAttempts['correct']>): Promise<boolean> {
    const isDone = await super.correct(...given);
    if (isDone && given[0].fact.kind === 'corrected') this.#keep(given[0].attempt);
    return isDone;
  }

  /**
   * A customer who was reached before the promised time is called no more for it: it does not hold
   * back what is ordered later. What was promised during the call stands.
   */
  #keep({ id, row, servesPromise }: Attempt): void {
    const { ledger } = this.#world;
    const promised = ledger.standing(row);
    const isKept = servesPromise && promised === this.#claimedFor.get(id);
    if (isKept && promised !== undefined && promised.dialledAt === undefined)
      ledger.close(rowId(row), 'kept by another call');
  }

  /** What the row orders, in the words of its public columns. */
  #orderOf({ row }: Attempt): string {
    const columns = this.#world.tables.row(row)?.columns;
    if (columns === undefined) return 'gone';
    return JSON.stringify([orderFieldsOf(columns), textOf(columns.tel)]);
  }

  /** The instant that date and time promise. */
  promisedTo({ row }: Attempt): Instant {
    const { date_callback, time_callback, time_zone } = this.#world.tables.row(row)?.columns ?? {};
    const fallback = row.task === 'berlin' ? 'Europe/Berlin' : 'Etc/UTC';
    const [date, time] = [textOf(date_callback), textOf(time_callback)];
    if (date === undefined || time === undefined) return 0;
    const zone = textOf(time_zone) ?? fallback;
    return zone === 'Etc/UTC' ? Date.parse(`${date}T${time}Z`) : toInstant({ date, time }, zone);
  }
}
