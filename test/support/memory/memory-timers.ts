import { type Instant, second } from '../../../lambdas/domain/basics/instant.ts';
import { rowId } from '../../../lambdas/domain/row/row.ts';
import type { DialQueue } from '../../../lambdas/ports/calls/dial-queue.ts';
import type { Timer, Timers } from '../../../lambdas/ports/rows/timers.ts';

export interface ArmedTimer {
  timer: Timer;
  fireAt: Instant;
}

/** Timers fire when a test says so: on time, late, twice or never. */
export class MemoryTimers implements Timers {
  readonly #armed = new Map<string, ArmedTimer>();
  readonly #dialQueue: DialQueue;

  constructor(dialQueue: DialQueue) {
    this.#dialQueue = dialQueue;
  }

  async arm(timer: Timer, fireAt: Instant): Promise<void> {
    const name = nameOf(timer);
    if (!this.#armed.has(name)) this.#armed.set(name, { timer, fireAt });
  }

  async disarm(timer: Timer): Promise<void> {
    this.#armed.delete(nameOf(timer));
  }

  all(): ArmedTimer[] {
    return [...this.#armed.values()];
  }

  /** The timers that should have fired by the instant, earliest first. */
  due(at: Instant): ArmedTimer[] {
    return this.all()
      .filter((it) => it.fireAt <= at)
      .sort((a, b) => a.fireAt - b.fireAt);
  }

  /** Puts the timer's message on the dial queue and forgets the timer; a forgotten one fires again all the same. */
  async fire({ timer }: ArmedTimer): Promise<void> {
    this.#armed.delete(nameOf(timer));
    await this.#dialQueue.send({ kind: 'call', row: timer.row, dueAt: timer.dueAt }, 0);
  }
}

function nameOf({ row, dueAt }: Timer): string {
  return `${rowId(row)}.${Math.floor(dueAt / second)}`;
}
