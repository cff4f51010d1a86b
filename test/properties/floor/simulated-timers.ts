import { type Instant, second } from '../../../lambdas/domain/basics/instant.ts';
import type { DialMessage } from '../../../lambdas/ports/calls/dial-queue.ts';
import type { Timer, Timers } from '../../../lambdas/ports/rows/timers.ts';

export interface TimerHost {
  plan(at: Instant, run: () => Promise<void>): void;
  send(message: DialMessage): Promise<void>;
  /** By how much the next timer is late, in milliseconds. */
  late(): number;
  firesTwice(): boolean;
}

/** Scheduler fires up to a minute late and sometimes twice. */
export class SimulatedTimers implements Timers {
  readonly #armed = new Map<string, object>();
  readonly #host: TimerHost;

  constructor(host: TimerHost) {
    this.#host = host;
  }

  async arm(timer: Timer, fireAt: Instant): Promise<void> {
    const name = JSON.stringify(timer);
    if (this.#armed.has(name)) return;
    const token = {};
    this.#armed.set(name, token);
    const firesAt = fireAt + this.#host.late();
    this.#host.plan(firesAt, async () => {
      if (this.#armed.get(name) !== token) return;
      this.#armed.delete(name);
      await this.#host.send({ kind: 'call', ...timer });
    });
    if (this.#host.firesTwice()) {
      this.#host.plan(firesAt + second, () => this.#host.send({ kind: 'call', ...timer }));
    }
  }

  async disarm(timer: Timer): Promise<void> {
    this.#armed.delete(JSON.stringify(timer));
  }
}
