import {
  type Attempt,
  type AttemptId,
  usesBudget,
} from '../../../lambdas/domain/attempt/attempt.ts';
import { type Instant, second } from '../../../lambdas/domain/basics/instant.ts';
import { rowId } from '../../../lambdas/domain/row/row.ts';
import { onTimeWithin } from '../../../lambdas/domain/settlement/promise-course.ts';
import type { Task } from '../../../lambdas/domain/task/task.ts';
import type { Dialler, OperatorCall } from '../../../lambdas/ports/calls/dialler.ts';
import type { Promised } from './ledger.ts';
import type { Leg } from './network-host.ts';
import { openHours } from './plan.ts';
import { attemptIn, type Promises, type Watched } from './promises.ts';
import type { WatchedAttempts } from './watch-attempts.ts';
import { mustBeWithinLimits } from './watch-limits.ts';

/** Telephones, with the promises about them: one live call each, never early, never past the gate. */
export class LegWatch {
  /** Calls to customers that callbacks made. */
  calls = 0;
  readonly #world: Watched;
  readonly #promises: Promises;
  readonly #attempts: WatchedAttempts;

  constructor(world: Watched, promises: Promises, attempts: WatchedAttempts) {
    this.#world = world;
    this.#promises = promises;
    this.#attempts = attempts;
  }

  dialler(): Dialler {
    const { network } = this.#world;
    return {
      ring: (call) => {
        this.#operatorCalled(call);
        return network.ring(call);
      },
      leg: (sid) => network.leg(sid),
      legsTo: (address, since) => network.legsTo(address, since),
      childrenOf: (sid) => network.childrenOf(sid),
      tellWithdrawn: (sid, id) => {
        const attempt = this.#attempt(id);
        if (attempt?.facts.dialling || attempt?.origin === 'inbound')
          this.#promises.violate(`3: ${id} is withdrawn while its customer is dialled`);
        return network.tellWithdrawn(sid, id);
      },
      leaveMessage: (sid) => network.leaveMessage(sid),
      confer: (sid, id) => network.confer(sid, id),
      leaveConference: (sid, id) => network.leaveConference(sid, id),
      hangUp: (sid) => network.hangUp(sid),
    };
  }

  #operatorCalled({ attempt: id, to }: OperatorCall): void {
    for (const leg of this.#othersAt(to)) {
      if (leg.attempt === id) continue;
      this.#promises.violate(`2: ${to} is rung for ${id} while in ${leg.attempt}`);
    }
    const row = this.#attempt(id)?.row;
    const ids = this.#world.tables.attemptsOf.get(row ? rowId(row) : '') ?? [];
    for (const other of ids.slice(-5)) {
      if (other !== id && this.#isOpen(other))
        this.#promises.violate(`2: ${id} begins while ${other} of the same row is live`);
    }
  }

  #isOpen(id: AttemptId): boolean {
    return this.#attempt(id)?.facts.settled === undefined;
  }

  created(leg: Leg): void {
    const { trace, now } = this.#world;
    trace.note(now(), () => `${leg.kind} leg ${leg.sid.slice(-6)} to ${leg.to} ${leg.attempt}`);
    if (leg.kind === 'customer') this.#customerLegCreated(leg);
    if (leg.kind === 'operator' && leg.parent !== undefined) this.#operatorLegCreated(leg);
  }

  /** An operator's phone rings for a customer who called in. */
  #operatorLegCreated(leg: Leg): void {
    if (this.#othersAt(leg.to).some((it) => it !== leg))
      this.#promises.violate(`2: ${leg.to} is rung for ${leg.attempt} and in a call`);
    if (leg.attempt !== undefined && !this.#isOpen(leg.attempt))
      this.#promises.violate(`3: ${leg.attempt} dials after it was settled`);
  }

  #customerLegCreated(leg: Leg): void {
    const attempt = this.#attempt(leg.attempt);
    if (attempt === undefined) return this.#promises.violate(`8: ${leg.to} is dialled for nobody`);
    if (this.#othersAt(leg.to).some((it) => it !== leg))
      this.#promises.violate(`2: two live calls to ${leg.to}`);
    if (attempt.facts.settled)
      this.#promises.violate(`3: ${leg.attempt} dials after it was settled`);
    this.#mustBePermitted(leg, attempt);
    mustBeWithinLimits(this.#world, this.#promises, attempt);
    if (attempt.origin !== 'callback') return this.#keepsByHand(attempt);
    this.calls += 1;
    this.#mustBeInBudget(attempt);
    this.#mustBePromised(attempt);
  }

  #mustBePermitted(leg: Leg, attempt: Attempt): void {
    const { now, faults } = this.#world;
    const promisedTo = this.#attempts.permitted.get(attempt.id);
    if (promisedTo === undefined)
      return this.#promises.violate(`8: ${leg.attempt} dials unpermitted`);
    const isEarly = attempt.origin === 'callback' && now() + faults.skew < promisedTo;
    if (isEarly) this.#promises.violate(`3: ${leg.attempt} dials before its promise`);
    const isClosed = attempt.row.task === 'hours' && isClosedAt(now() + faults.skew);
    if (isClosed && isClosedAt(now() - faults.skew))
      this.#promises.violate(`8: ${leg.attempt} dials outside calling hours`);
  }

  /** Whoever calls by hand when a promise is due, or overdue, dials the customer for it. */
  #keepsByHand(attempt: Attempt): void {
    const { ledger, now } = this.#world;
    const promised = ledger.standing(attempt.row);
    if (promised === undefined || attempt.claimedAt < promised.madeAt) return;
    if (promised.dialledAt !== undefined || now() < promised.dueAt - onTimeWithin) return;
    promised.dialledAt = now();
  }

  /** Of the promise as the attempts were claimed for it. */
  #mustBeInBudget(attempt: Attempt): void {
    const { tables, tasks } = this.#world;
    const ids = tables.attemptsOf.get(rowId(attempt.row)) ?? [];
    const used = ids.filter((id) => {
      const other = this.#attempt(id);
      return other?.promisedAt === attempt.promisedAt && usesBudget(other);
    });
    const { maxAttempts: most } = tasks.find(({ id }) => id === attempt.row.task) as Task;
    if (used.length >= most) this.#promises.violate(`5: ${attempt.id} is call ${used.length + 1}`);
  }

  /** As its writer knows it. */
  #mustBePromised(attempt: Attempt): void {
    const { ledger, now, faults } = this.#world;
    const promised = ledger.standing(attempt.row);
    if (promised === undefined || attempt.claimedAt + faults.skew < promised.madeAt) return;
    if (now() + faults.skew < promised.dueAt) {
      const early = promised.dueAt - now();
      this.#promises.violate(`3: ${attempt.id} dials ${early} ms before what was last promised`);
    }
    this.#mustBeMeasured(attempt, promised);
    if (promised.dialledAt !== undefined) return;
    promised.dialledAt = now();
    const { operatorReady } = attempt.facts;
    const isReadyLate = (operatorReady?.at ?? 0) + faults.skew > promised.dueAt;
    if (isReadyLate) promised.reasons.add('operators');
  }

  /** Figures measure against what the customer was promised, and count the first call for it. */
  #mustBeMeasured(attempt: Attempt, { madeAt, dueAt, dialledAt }: Promised): void {
    const tolerance = second + 2 * this.#world.faults.skew;
    const { id, promisedAt, promisedFor, firstDialledAt } = attempt;
    // one that our own retry made, or that was found later, is another promise
    if (Math.abs(promisedAt - madeAt) > tolerance) return;
    const wholeSeconds = second; // promises are rounded up to them
    if (Math.abs((promisedFor ?? 0) - dueAt) > tolerance + wholeSeconds)
      this.#promises.violate(`13: ${id} is measured against ${promisedFor}, promised was ${dueAt}`);
    if (Math.abs((firstDialledAt ?? 0) - (dialledAt ?? 0)) > tolerance)
      this.#promises.violate(
        `13: ${id} was first dialled at ${dialledAt}, and says ${firstDialledAt}`,
      );
  }

  /**
   * Strays, which the network made after its silence, do not count: they are hung up when they turn
   * up. Nor does a call to us while it serves no attempt, or none any more.
   */
  #othersAt(to: string): Leg[] {
    return this.#world.network.liveAt(to).filter((leg) => {
      if (leg.attempt === undefined) return false;
      const isCaller = leg.kind === 'own' || leg.kind === 'caller';
      if (isCaller) return this.#isOpen(leg.attempt);
      return this.#attempt(leg.attempt)?.facts.neverSent === undefined;
    });
  }

  /**
   * The last news that the network can give of an attempt was so long ago that nothing may be held by
   * it any more. Of legs that end while functions die or callbacks are lost, this is looked at in the end
   * alone: not to be asked about them.
   */
  lastEnded({ attempt: id }: Leg): void {
    const { network, tables } = this.#world;
    if (id === undefined) return;
    const attempt = this.#attempt(id);
    if (attempt === undefined || network.liveLegs().some((it) => it.attempt === id)) return;
    for (const lock of tables.locks.values()) {
      if (lock.attempt === id && lock.freeAt === undefined)
        this.#promises.violate(`4: ${lock.key} is held by ${id} two minutes after its end`);
    }
    // once it is settled, a row that says 11 with it was brought back by its writer
    const isServed = tables.rows.get(rowId(attempt.row))?.own.attempt === id;
    if (isServed && attempt.facts.settled === undefined)
      this.#promises.violate(`4: the row of ${id} stays at 11 two minutes after its end`);
  }

  #attempt(id: AttemptId | undefined): Attempt | undefined {
    return attemptIn(this.#world.tables, id);
  }
}

function isClosedAt(at: Instant): boolean {
  const time = new Date(at).toISOString().slice(11, 16);
  return !openHours.some(([from, to]) => from <= time && time < to);
}
