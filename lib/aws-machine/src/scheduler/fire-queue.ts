import { randomUUID } from 'node:crypto';
import type { Clock } from '../base/clock.ts';
import type { Punctuality } from './punctuality.ts';
import type { Schedule } from './schedule.ts';
import { parseExpression } from './schedule-expression.ts';
import type { Fire, SchedulerStore } from './scheduler-store.ts';

export interface FireQueueOptions {
  store: SchedulerStore;
  clock: Clock;
  punctuality: Punctuality;
  /** Hands a fire to its target. Throws where the target does not take it. */
  deliver(fire: Fire, executionId: string): Promise<void>;
  /** Takes a fire that was given up, for its dead-letter queue. */
  discard(fire: Fire): Promise<void>;
}

/** EventBridge Scheduler's own defaults. */
const defaultMaximumRetries = 185;
const defaultEventAgeSeconds = 86_400;
const firesAtOnce = 100;
const firstBackoffMilliseconds = 1_000;
const longestBackoffMilliseconds = 60_000;

/**
 * The fires of all schedules, with one timer for the soonest. A fire is planned, then in flight,
 * then gone; or, while its target refuses it, planned again with growing pauses until its tries or
 * its age are used up. Planned fires survive a kill; one in flight comes again after it.
 */
export class FireQueue {
  readonly #options: FireQueueOptions;
  readonly #inFlight = new Map<number, Promise<void>>();
  #cancelTimer: () => void = () => undefined;
  #isRunning = false;

  constructor(options: FireQueueOptions) {
    this.#options = options;
  }

  /** Begins to fire; what became due while nothing ran fires at once. */
  start(): void {
    this.#isRunning = true;
    this.#fireDue();
  }

  async stop(): Promise<void> {
    this.#isRunning = false;
    this.#cancelTimer();
    await Promise.all(this.#inFlight.values());
  }

  /**
   * Plans the first fire of a schedule. A rate begins with a fire at once.
   * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
   */
  plan(schedule: Schedule): void {
    if (schedule.State === 'DISABLED') return;
    const { ScheduleExpression, ScheduleExpressionTimezone } = schedule;
    const expression = parseExpression(ScheduleExpression, ScheduleExpressionTimezone);
    this.#planAt(schedule, expression.kind === 'once' ? expression.at : this.#options.clock.now());
  }

  /** To be called when fires were planned or removed. */
  rearm(): void {
    this.#cancelTimer();
    if (!this.#isRunning) return;
    const next = this.#waiting().at(0);
    if (next) this.#cancelTimer = this.#options.clock.at(next.fireAt, () => this.#fireDue());
  }

  #planAt(schedule: Schedule, dueAt: number): void {
    const { store, punctuality } = this.#options;
    store.addFire({
      groupName: schedule.GroupName,
      scheduleName: schedule.Name,
      dueAt,
      fireAt: dueAt + punctuality.lateness(),
      attempt: 1,
      target: schedule.Target,
      isRepeat: false,
    });
  }

  #waiting(): Fire[] {
    const fires = this.#options.store.upcomingFires(firesAtOnce + this.#inFlight.size);
    return fires.filter(({ id }) => !this.#inFlight.has(id));
  }

  #fireDue(): void {
    const now = this.#options.clock.now();
    for (const fire of this.#waiting().filter(({ fireAt }) => fireAt <= now)) this.#launch(fire);
    this.rearm();
  }

  #launch(fire: Fire): void {
    if (!fire.isRepeat && fire.attempt === 1) this.#planFollowers(fire);
    const flight = this.#fly(fire).finally(() => {
      this.#inFlight.delete(fire.id);
      this.rearm();
    });
    this.#inFlight.set(fire.id, flight);
  }

  /** The next fire of a rate, and the second fire that the service may make of one. */
  #planFollowers(fire: Fire): void {
    const { store, clock, punctuality } = this.#options;
    const { schedule } = store.schedule(fire.groupName, fire.scheduleName) ?? {};
    if (schedule) this.#planNextOf(schedule, fire.dueAt);
    if (!punctuality.isRepeated()) return;
    store.addFire({ ...fire, fireAt: clock.now() + punctuality.lateness(), isRepeat: true });
  }

  /** Moments that passed while nothing ran are not made up for. */
  #planNextOf(schedule: Schedule, dueAt: number): void {
    const { ScheduleExpression, ScheduleExpressionTimezone } = schedule;
    const expression = parseExpression(ScheduleExpression, ScheduleExpressionTimezone);
    if (expression.kind === 'once') return;
    const missed = Math.floor((this.#options.clock.now() - dueAt) / expression.milliseconds);
    this.#planAt(schedule, dueAt + (Math.max(missed, 0) + 1) * expression.milliseconds);
  }

  async #fly(fire: Fire): Promise<void> {
    const { store, deliver, discard } = this.#options;
    try {
      await deliver(fire, randomUUID());
    } catch {
      if (this.#planRetry(fire)) return;
      await discard(fire);
    }
    store.removeFire(fire.id);
    if (!fire.isRepeat) this.#complete(fire);
  }

  /** Whether the fire will be tried again. */
  #planRetry(fire: Fire): boolean {
    const { store, clock } = this.#options;
    const { RetryPolicy } = fire.target;
    const backoff = firstBackoffMilliseconds * 2 ** (fire.attempt - 1);
    const fireAt = clock.now() + Math.min(backoff, longestBackoffMilliseconds);
    const oldest = (RetryPolicy.MaximumEventAgeInSeconds ?? defaultEventAgeSeconds) * 1000;
    const tries = 1 + (RetryPolicy.MaximumRetryAttempts ?? defaultMaximumRetries);
    if (fire.attempt >= tries || fireAt - fire.dueAt > oldest) return false;
    store.removeFire(fire.id);
    store.addFire({ ...fire, fireAt, attempt: fire.attempt + 1 });
    return true;
  }

  #complete({ groupName, scheduleName }: Fire): void {
    const { store } = this.#options;
    const { schedule } = store.schedule(groupName, scheduleName) ?? {};
    const isOnce = schedule?.ScheduleExpression.startsWith('at(');
    if (isOnce && schedule?.ActionAfterCompletion === 'DELETE') {
      store.deleteSchedule(groupName, scheduleName);
    }
  }
}
