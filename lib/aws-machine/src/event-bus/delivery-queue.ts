import type { Clock } from '../base/clock.ts';
import { RefusedForGood } from './api-destination.ts';
import type { Delivery, EventStore } from './event-store.ts';

export interface DeliveryQueueOptions {
  store: EventStore;
  clock: Clock;
  /** Hands an event to its target. Throws where it does not take it. */
  deliver(delivery: Delivery): Promise<void>;
  /** Takes one that was given up, for its dead-letter queue. */
  discard(delivery: Delivery, reason: unknown): Promise<void>;
}

/** EventBridge's own: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html */
const usualRetries = 185;
const usualAgeSeconds = 86_400;
const atOnce = 100;
const firstPause = 1_000;
const longestPause = 60_000;

/**
 * Events on their way to their targets, with one timer for the soonest. One that its target does not
 * take waits with growing pauses until its tries or its age are used up, and holds up no other. What is
 * on its way survives a kill, and comes again after it.
 */
export class DeliveryQueue {
  readonly #options: DeliveryQueueOptions;
  readonly #inFlight = new Map<number, Promise<void>>();
  #cancelTimer: () => void = () => undefined;
  #isRunning = false;

  constructor(options: DeliveryQueueOptions) {
    this.#options = options;
  }

  start(): void {
    this.#isRunning = true;
    this.wake();
  }

  async stop(): Promise<void> {
    this.#isRunning = false;
    this.#cancelTimer();
    await Promise.all(this.#inFlight.values());
  }

  /** To be called when something was added. */
  wake(): void {
    this.#cancelTimer();
    if (!this.#isRunning) return;
    const { clock } = this.#options;
    for (const it of this.#waiting().filter(({ fireAt }) => fireAt <= clock.now())) {
      this.#inFlight.set(it.id, this.#send(it));
    }
    const next = this.#waiting()[0];
    const isFull = this.#inFlight.size >= atOnce;
    if (next && !isFull) this.#cancelTimer = clock.at(next.fireAt, () => this.wake());
  }

  #waiting(): Delivery[] {
    const room = atOnce - this.#inFlight.size;
    const upcoming = this.#options.store.upcoming(atOnce + this.#inFlight.size);
    return upcoming.filter(({ id }) => !this.#inFlight.has(id)).slice(0, Math.max(room, 1));
  }

  async #send(delivery: Delivery): Promise<void> {
    const { store, deliver } = this.#options;
    try {
      await deliver(delivery);
      store.remove(delivery.id);
    } catch (reason) {
      await this.#afterRefusal(delivery, reason);
    } finally {
      this.#inFlight.delete(delivery.id);
      this.wake();
    }
  }

  async #afterRefusal(delivery: Delivery, reason: unknown): Promise<void> {
    if (!this.#isRunning) return;
    const { store, clock, discard } = this.#options;
    const { MaximumRetryAttempts, MaximumEventAgeInSeconds } = delivery.target.RetryPolicy;
    const pause = Math.min(firstPause * 2 ** (delivery.attempt - 1), longestPause);
    const fireAt = clock.now() + pause;
    const lastAt = delivery.createdAt + (MaximumEventAgeInSeconds ?? usualAgeSeconds) * 1000;
    const isLast = delivery.attempt > (MaximumRetryAttempts ?? usualRetries) || fireAt > lastAt;
    if (isLast || reason instanceof RefusedForGood) {
      await discard(delivery, reason);
      store.remove(delivery.id);
    } else {
      store.postpone(delivery.id, { fireAt, attempt: delivery.attempt + 1 });
    }
  }
}
