import { type Instant, second } from '../../../lambdas/domain/basics/instant.ts';
import {
  type DialMessage,
  type DialQueue,
  longestDelaySeconds,
} from '../../../lambdas/ports/calls/dial-queue.ts';
import type { Clock } from '../../../lambdas/ports/clock.ts';

export interface QueuedMessage {
  message: DialMessage;
  visibleAt: Instant;
}

/**
 * Messages stay until a test deletes them, as a queue's do: delivering one twice, late or never
 * is the test's choice.
 */
export class MemoryDialQueue implements DialQueue {
  readonly #clock: Pick<Clock, 'now'>;
  #queued: QueuedMessage[] = [];

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  async send(message: DialMessage, delaySeconds: number): Promise<void> {
    if (!Number.isInteger(delaySeconds) || delaySeconds < 0 || delaySeconds > longestDelaySeconds) {
      throw new RangeError(
        `delaySeconds must be a whole number, 0–${longestDelaySeconds}, got ${delaySeconds}`,
      );
    }
    const visibleAt = this.#clock.now() + delaySeconds * second;
    this.#queued.push({ message, visibleAt });
  }

  /** All messages that nobody deleted, in the order in which they were sent. */
  all(): readonly QueuedMessage[] {
    return this.#queued;
  }

  /** The messages that can be received at the instant, longest visible first. */
  due(at: Instant): QueuedMessage[] {
    return this.#queued
      .filter((it) => it.visibleAt <= at)
      .sort((a, b) => a.visibleAt - b.visibleAt);
  }

  delete(queued: QueuedMessage): void {
    this.#queued = this.#queued.filter((it) => it !== queued);
  }
}
