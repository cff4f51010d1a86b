import type { Clock } from '../src/base/clock.ts';

interface Timer {
  at: number;
  fn: () => void;
}

/** Time that stands still until a test moves it. */
export class HandMovedClock implements Clock {
  #now: number;
  #timers: Timer[] = [];

  constructor(start: string) {
    this.#now = Date.parse(start);
  }

  now(): number {
    return this.#now;
  }

  setTimer(ms: number, fn: () => void): () => void {
    const timer = { at: this.#now + ms, fn };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** Moves on, timer by timer; after each, `settle` lets what it started come to rest. */
  async pass(ms: number, settle: () => Promise<void>): Promise<void> {
    const until = this.#now + ms;
    await settle();
    for (let due = this.#takeDue(until); due; due = this.#takeDue(until)) {
      this.#now = Math.max(this.#now, due.at);
      due.fn();
      await settle();
    }
    this.#now = until;
  }

  #takeDue(until: number): Timer | undefined {
    const first = this.#timers.reduce<Timer | undefined>(
      (earliest, timer) => (earliest && earliest.at <= timer.at ? earliest : timer),
      undefined,
    );
    if (!first || first.at > until) return undefined;
    this.#timers = this.#timers.filter((timer) => timer !== first);
    return first;
  }
}
