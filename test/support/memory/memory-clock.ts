import type { Instant } from '../../../lambdas/domain/basics/instant.ts';
import type { Clock } from '../../../lambdas/ports/clock.ts';

interface Sleeper {
  at: Instant;
  wake: () => void;
}

/** A clock that stands still until it is moved by hand. */
export class MemoryClock implements Clock {
  #now: Instant;
  #sleepers: Sleeper[] = [];

  constructor(now: Instant) {
    this.#now = now;
  }

  now(): Instant {
    return this.#now;
  }

  sleepUntil(at: Instant): Promise<void> {
    if (at <= this.#now) return Promise.resolve();
    return new Promise((wake) => this.#sleepers.push({ at, wake }));
  }

  /** The earliest instant that somebody sleeps until. */
  nextWakeAt(): Instant | undefined {
    return this.#next()?.at;
  }

  /**
   * Moves the clock forward; never back. Sleepers wake in the order of their instants, each at
   * its own, and go as far as they can before the clock moves on.
   */
  async advanceTo(at: Instant): Promise<void> {
    await everybodyWent();
    for (let next = this.#next(); next !== undefined && next.at <= at; next = this.#next()) {
      this.#sleepers.splice(this.#sleepers.indexOf(next), 1);
      this.#now = Math.max(this.#now, next.at);
      next.wake();
      await everybodyWent();
    }
    this.#now = Math.max(this.#now, at);
  }

  #next(): Sleeper | undefined {
    let first: Sleeper | undefined;
    for (const sleeper of this.#sleepers) {
      if (first === undefined || sleeper.at < first.at) first = sleeper;
    }
    return first;
  }
}

/** Resolves when all that runs on resolved promises alone has gone as far as it can. */
function everybodyWent(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
