import type { Attempt, AttemptId } from '../../lambdas/domain/attempt/attempt.ts';
import type { Instant } from '../../lambdas/domain/basics/instant.ts';
import { type Columns, orderFieldsOf, rowId, textOf } from '../../lambdas/domain/row/row.ts';
import type { DialMessage } from '../../lambdas/ports/dial-queue.ts';
import type { Dialler } from '../../lambdas/ports/dialler.ts';
import type { MemoryAttempts } from '../support/memory/memory-attempts.ts';
import type { Leg } from './network-host.ts';
import type { SimulatedNetwork } from './simulated-network.ts';
import type { Simulation } from './simulation.ts';

/** How much before the promise an operator is rung, and claimed a little before that. */
const longestRingAhead = 15_100;

/** The product's promises, watched from outside the engine while it runs. */
export class Promises {
  readonly violations: string[] = [];
  #sim: Simulation | undefined;
  readonly #claimedAs = new Map<AttemptId, string>();
  /** When the row's public columns promised the call that was permitted. */
  readonly #permitted = new Map<AttemptId, Instant>();

  watch(sim: Simulation): void {
    this.#sim = sim;
  }

  broken(error: unknown): void {
    this.violate(`a use case failed: ${error instanceof Error ? error.stack : String(error)}`);
  }

  violate(sentence: string): void {
    this.violations.push(`${new Date(this.#now).toISOString()} ${sentence}`);
  }

  sent(_message: DialMessage, delaySeconds: number): void {
    if (!Number.isInteger(delaySeconds) || delaySeconds < 0 || delaySeconds > 900) {
      this.violate(`a message was sent with a delay of ${delaySeconds} s`);
    }
  }

  /** Remembers what was claimed, and checks at the customer's permission that it still stands. */
  watchAttempts(attempts: MemoryAttempts): MemoryAttempts {
    const watch = this;
    return new Proxy(attempts, {
      get(target, name) {
        if (name === 'claim') return watch.#claim.bind(watch, target);
        if (name === 'permit') return watch.#permit.bind(watch, target);
        const member = Reflect.get(target, name);
        return typeof member === 'function' ? member.bind(target) : member;
      },
    });
  }

  async #claim(
    attempts: MemoryAttempts,
    ...[claim]: Parameters<MemoryAttempts['claim']>
  ): ReturnType<MemoryAttempts['claim']> {
    const result = await attempts.claim(claim);
    if (result !== 'claimed') return result;
    this.#claimedAs.set(claim.attempt.id, this.#orderOf(claim.attempt));
    this.#mustBeAlone(claim.attempt);
    if (claim.attempt.origin !== 'callback') return result;
    const early = this.#promisedTo(claim.attempt) - this.#now;
    if (early > longestRingAhead)
      this.violate(`3: ${claim.attempt.id} is claimed ${early} ms early`);
    return result;
  }

  /** No other attempt is open for its row, its number or its operator. */
  #mustBeAlone(attempt: Attempt): void {
    for (const other of this.#tables.attempts.values()) {
      if (other.id === attempt.id) continue;
      const { settled, operatorReleased } = other.facts;
      const isSame = other.customer === attempt.customer || rowId(other.row) === rowId(attempt.row);
      if (!settled && isSame) this.violate(`2: ${attempt.id} is claimed beside ${other.id}`);
      const isBusy = !operatorReleased && other.operator.id !== undefined;
      if (isBusy && other.operator.id === attempt.operator.id)
        this.violate(`2: ${attempt.id} is claimed for the operator of ${other.id}`);
    }
  }

  async #permit(
    attempts: MemoryAttempts,
    ...[attempt, row, at]: Parameters<MemoryAttempts['permit']>
  ): Promise<boolean> {
    const isGranted = await attempts.permit(attempt, row, at);
    if (!isGranted || this.#permitted.has(attempt.id)) return isGranted;
    this.#permitted.set(attempt.id, this.#promisedTo(attempt));
    const order = this.#orderOf(attempt);
    if (order !== this.#claimedAs.get(attempt.id)) {
      this.violate(`3: ${attempt.id} was permitted although its row had become ${order}`);
    }
    return isGranted;
  }

  /** What the row orders, in the words of its public columns. */
  #orderOf({ row }: Attempt): string {
    const columns: Columns | undefined = this.#tables.row(row)?.columns;
    if (columns === undefined) return 'gone';
    return JSON.stringify([orderFieldsOf(columns), textOf(columns.tel)]);
  }

  /** The instant that date and time promise; the tables of these tests are in UTC. */
  #promisedTo({ row }: Attempt): Instant {
    const { date_callback, time_callback } = this.#tables.row(row)?.columns ?? {};
    return Date.parse(`${date_callback}T${time_callback}Z`);
  }

  watchDialler(network: SimulatedNetwork): Dialler {
    return {
      ring: (call) => {
        this.#operatorCalled(call.attempt, call.to);
        return network.ring(call);
      },
      leg: (sid) => network.leg(sid),
      legsTo: (address, since) => network.legsTo(address, since),
      childrenOf: (sid) => network.childrenOf(sid),
      tellWithdrawn: (sid, attempt) => {
        const { facts, origin } = this.#attempt(attempt);
        if (facts.dialling || origin === 'inbound')
          this.violate(`3: ${attempt} is withdrawn while its customer is dialled`);
        return network.tellWithdrawn(sid, attempt);
      },
      hangUp: (sid) => network.hangUp(sid),
    };
  }

  #operatorCalled(id: AttemptId, to: string): void {
    for (const leg of this.#liveLegs()) {
      if (leg.attempt === undefined || leg.attempt === id) continue;
      if (leg.to === to) this.violate(`2: ${to} is rung for ${id} while in ${leg.attempt}`);
      if (this.#rowOf(leg.attempt) === this.#rowOf(id) && this.#servesRow(leg)) {
        this.violate(`2: ${id} begins while ${leg.attempt} of the same row is live`);
      }
    }
  }

  /** An operator's leg may outlive the talk, and the row is free when that is settled. */
  #servesRow(leg: Leg): boolean {
    return leg.kind === 'customer' || !this.#isSettled(leg);
  }

  /** An operator's phone rings for a customer who called in. */
  operatorLegCreated(leg: Leg): void {
    const others = this.#liveLegs().filter((it) => it !== leg && it.to === leg.to);
    if (others.length > 0) this.violate(`2: ${leg.to} is rung for ${leg.attempt} and in a call`);
    if (this.#isSettled(leg)) this.violate(`3: ${leg.attempt} dials after it was settled`);
  }

  customerLegCreated(leg: Leg): void {
    const { id, origin, facts } = this.#attempt(leg.attempt);
    const others = this.#liveLegs().filter((it) => it !== leg && it.to === leg.to);
    if (others.length > 0) this.violate(`2: two live calls to ${leg.to}`);
    const promisedTo = this.#permitted.get(id);
    const isEarly = origin === 'callback' && this.#now < (promisedTo ?? 0);
    if (promisedTo === undefined) this.violate(`8: ${leg.attempt} dials unpermitted`);
    else if (isEarly) this.violate(`3: ${leg.attempt} dials before its promise`);
    if (facts.settled) this.violate(`3: ${leg.attempt} dials after it was settled`);
  }

  /**
   * Strays, which Twilio made after its silence, do not count: they are hung up when they turn up. Nor
   * does a call to us while it serves no attempt, or none any more.
   */
  #liveLegs(): Leg[] {
    const live = this.#sim?.network.liveLegs() ?? [];
    return live.filter((leg) => {
      if (leg.attempt === undefined) return false;
      const isCaller = leg.kind === 'own' || leg.kind === 'caller';
      if (isCaller) return !this.#isSettled(leg);
      return this.#attempt(leg.attempt).facts.neverSent === undefined;
    });
  }

  #isSettled({ attempt }: Leg): boolean {
    return this.#attempt(attempt).facts.settled !== undefined;
  }

  #attempt(id: AttemptId | undefined): Attempt {
    return this.#tables.attempts.get(id as AttemptId) as Attempt;
  }

  #rowOf(id: AttemptId): string {
    return rowId(this.#attempt(id).row);
  }

  get #tables() {
    return (this.#sim as Simulation).tables;
  }

  get #now(): Instant {
    return this.#sim?.now ?? 0;
  }
}
