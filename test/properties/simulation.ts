import { ScryptPins } from '../../lambdas/adapters/system/scrypt-pins.ts';
import type { AttemptId } from '../../lambdas/domain/attempt/attempt.ts';
import { type Instant, minute, second } from '../../lambdas/domain/basics/instant.ts';
import type { LegEvent } from '../../lambdas/domain/phone/voice-step.ts';
import { takeDialMessage } from '../../lambdas/handlers/call-operator/take-dial-message.ts';
import type { DialMessage } from '../../lambdas/ports/dial-queue.ts';
import type { Ports } from '../../lambdas/ports/ports.ts';
import {
  recordCallerEvent,
  recordLegEvent,
} from '../../lambdas/use-cases/call/record-leg-event.ts';
import type { Routed } from '../../lambdas/use-cases/own-calls/route-outbound-call.ts';
import { followRow } from '../../lambdas/use-cases/promises/follow-row.ts';
import { patrol } from '../../lambdas/use-cases/recovery/patrol.ts';
import { reconcile } from '../../lambdas/use-cases/recovery/reconcile.ts';
import { MemoryAttempts } from '../support/memory/memory-attempts.ts';
import { MemoryCallRate } from '../support/memory/memory-call-rate.ts';
import { MemoryCheckpoints } from '../support/memory/memory-checkpoints.ts';
import { everybodyWent } from '../support/memory/memory-clock.ts';
import { MemoryCooldown } from '../support/memory/memory-cooldown.ts';
import { MemoryDesks } from '../support/memory/memory-desks.ts';
import { MemoryDirectory } from '../support/memory/memory-directory.ts';
import { MemoryFollowedWrites } from '../support/memory/memory-followed-writes.ts';
import { MemoryForms } from '../support/memory/memory-forms.ts';
import { MemoryJournal } from '../support/memory/memory-journal.ts';
import { MemoryRateCounter } from '../support/memory/memory-rate-counter.ts';
import { MemoryRowEditor } from '../support/memory/memory-row-editor.ts';
import { MemoryRows } from '../support/memory/memory-rows.ts';
import { MemoryTables, type RowRecord } from '../support/memory/memory-tables.ts';
import { Chance } from './chance.ts';
import { type Deed, doDeed } from './desk-deeds.ts';
import { answerPhone, type PhonePorts, recordOf } from './dispatch.ts';
import { EventQueue } from './event-queue.ts';
import type { Faults } from './faults.ts';
import { Crash, faulty } from './faulty-ports.ts';
import type { VoiceWebhook } from './network-host.ts';
import type { Promises } from './promises.ts';
import { PromptViews } from './prompt-views.ts';
import { SimulatedNetwork } from './simulated-network.ts';
import { SimulatedTimers, type TimerHost } from './simulated-timers.ts';

/** The whole engine on memory adapters, a simulated telephone network, and time that jumps from event to event. */
export class Simulation {
  readonly chance: Chance;
  readonly tables: MemoryTables;
  readonly directory = new MemoryDirectory();
  readonly network: SimulatedNetwork;
  readonly delivered: (() => Promise<unknown>)[] = [];
  faults: Faults;
  now: Instant;
  /** Until when the whole system is down. */
  downUntil: Instant = 0;
  readonly #events = new EventQueue();
  readonly #ports: Ports & PhonePorts;
  readonly #promises: Promises;
  readonly #records: RowRecord[] = [];
  #isPumping = false;
  #suffixes = 0;

  constructor(options: { seed: number; faults: Faults; start: Instant; promises: Promises }) {
    this.chance = new Chance(options.seed);
    this.faults = options.faults;
    this.now = options.start;
    this.#promises = options.promises;
    const clock = { now: () => this.now };
    this.tables = new MemoryTables(clock);
    this.network = new SimulatedNetwork(this.#networkHost());
    this.#ports = this.#buildPorts();
    options.promises.watch(this);
    this.#planSweep();
  }

  #buildPorts(): Ports & PhonePorts {
    const crash = () => this.faults.crash;
    const wrap = <T extends object>(port: T) => faulty(port, this.chance, crash);
    return {
      rows: wrap(new MemoryRows(this.tables)),
      followedWrites: wrap(new MemoryFollowedWrites()),
      attempts: wrap(this.#promises.watchAttempts(new MemoryAttempts(this.tables))),
      directory: this.directory,
      timers: wrap(new SimulatedTimers(this.#timerHost())),
      dialQueue: wrap({ send: this.#send.bind(this) }),
      dialler: wrap(this.#promises.watchDialler(this.network)),
      callRate: wrap(new MemoryCallRate()),
      views: wrap(new PromptViews(this.tables)),
      rowEditor: wrap(new MemoryRowEditor(this.tables)),
      rateCounter: new MemoryRateCounter(),
      forms: wrap(new MemoryForms(this.tables)),
      pins: new ScryptPins(),
      desks: new MemoryDesks({ clock: { now: () => this.now } }),
      presence: new MemoryDesks({ clock: { now: () => this.now } }),
      cooldown: wrap(new MemoryCooldown()),
      clock: { now: () => this.now, sleepUntil: (at) => this.#sleepUntil(at) },
      journal: new MemoryJournal(),
      newSuffix: (at) => `${at.toString(36)}-${String(++this.#suffixes).padStart(4, '0')}`,
    };
  }

  /** Runs everything that happens until the instant. */
  async runUntil(at: Instant): Promise<void> {
    for (let next = this.#events.nextAt(); next !== undefined && next <= at; ) {
      const event = this.#events.take();
      this.now = Math.max(this.now, next);
      void event?.run();
      await everybodyWent();
      this.#pumpRecords();
      next = this.#events.nextAt();
    }
    this.now = Math.max(this.now, at);
  }

  /** What an outside writer does now; its stream records come later. */
  write(change: (tables: MemoryTables) => void): void {
    change(this.tables);
    this.#pumpRecords();
  }

  plan(inMilliseconds: number, run: () => Promise<void>): void {
    this.#events.plan(this.now + inMilliseconds, run);
  }

  /** What an operator does at his desk; it takes its time. */
  atDesk(deed: Deed): void {
    this.plan(
      0,
      async () => void (await this.#attempt(() => doDeed(this.#ports, this.tables, deed))),
    );
  }

  readonly #checkpoints = new MemoryCheckpoints();

  patrol(): Promise<void> {
    return patrol({ ...this.#ports, checkpoints: this.#checkpoints });
  }

  #sleepUntil(at: Instant): Promise<void> {
    if (at <= this.now) return Promise.resolve();
    return new Promise((wake) => this.#events.plan(at, async () => wake()));
  }

  #planSweep(): void {
    this.plan(minute, async () => {
      this.#planSweep();
      await this.#attempt(() => reconcile(this.#ports));
    });
  }

  /** True when the use case came to its end, false when its function died or is down. */
  async #attempt(run: () => Promise<unknown>): Promise<boolean> {
    if (this.now < this.downUntil) return false;
    try {
      await run();
      return true;
    } catch (error) {
      if (error instanceof Crash) return false;
      this.#promises.broken(error);
      return false;
    }
  }

  #pumpRecords(): void {
    this.#records.push(...this.tables.takeRecords());
    if (this.#isPumping || this.#records.length === 0) return;
    this.#isPumping = true;
    this.plan(this.chance.between(5, 600), () => this.#followNext());
  }

  /** The stream hands records on in order, and one again that failed. */
  async #followNext(): Promise<void> {
    const record = this.#records[0] as RowRecord;
    const follow = () => followRow(this.#ports, recordOf(record));
    const isLost = this.chance.happens(this.faults.lost / 10);
    if (!isLost && !(await this.#attempt(follow)))
      return this.plan(second, () => this.#followNext());
    if (this.chance.happens(this.faults.repeated)) await this.#attempt(follow);
    if (!isLost) this.delivered.push(follow);
    this.#records.shift();
    this.#isPumping = false;
    this.#pumpRecords();
  }

  async #send(message: DialMessage, delaySeconds: number): Promise<void> {
    this.#promises.sent(message, delaySeconds);
    if (this.chance.happens(this.faults.lost)) return;
    const copies = this.chance.happens(this.faults.repeated) ? 2 : 1;
    for (let n = 0; n < copies; n++) {
      const after = delaySeconds * second + this.chance.between(0, 120);
      this.plan(after, () => this.#receive(message, 1));
    }
  }

  async #receive(message: DialMessage, nth: number): Promise<void> {
    const handle = () => takeDialMessage(this.#ports, message);
    if (await this.#attempt(handle)) this.delivered.push(handle);
    else if (nth < 5) this.plan(30 * second, () => this.#receive(message, nth + 1));
  }

  #timerHost(): TimerHost {
    return {
      plan: (at, run) => this.#events.plan(at, run),
      send: (message) => this.#send(message, 0),
      late: () => this.chance.between(0, 60_000),
      firesTwice: () => this.chance.happens(this.faults.repeated),
    };
  }

  #networkHost(): ConstructorParameters<typeof SimulatedNetwork>[0] {
    const sim = this;
    return {
      now: () => sim.now,
      chance: sim.chance,
      plan: (after, run) => sim.plan(after, run),
      voice: (webhook) => sim.#voice(webhook, 1),
      callback: (attempt, event) => sim.#callback(attempt, event),
      customerLegCreated: (leg) => sim.#promises.customerLegCreated(leg),
      operatorLegCreated: (leg) => sim.#promises.operatorLegCreated(leg),
      get faults() {
        return sim.faults;
      },
    };
  }

  /**
   * A request that fails is sent once more: our URLs say so. The first one of a call to us comes again
   * within seconds only; what becomes of it long afterwards is nobody's business.
   */
  async #voice(webhook: VoiceWebhook, nth: number): Promise<Routed | undefined> {
    let routed: Routed | undefined;
    const isAnswered = await this.#attempt(async () => {
      routed = await answerPhone(this.#ports, webhook);
    });
    if (!isAnswered && nth < 2) return this.#voice(webhook, nth + 1);
    if (this.chance.happens(this.faults.repeated))
      void this.#attempt(() => answerPhone(this.#ports, webhook));
    const isFirst = webhook.attempt === undefined && webhook.to !== 'order';
    if (!isFirst) this.delivered.push(() => answerPhone(this.#ports, webhook));
    return routed;
  }

  /** Callbacks may be lost, come twice, late, and in another order than they were sent. */
  #callback(attempt: AttemptId | undefined, event: LegEvent): void {
    if (this.chance.happens(this.faults.lost)) return;
    const record = () =>
      event.leg === 'caller' || attempt === undefined
        ? recordCallerEvent(this.#ports, event)
        : recordLegEvent(this.#ports, { attempt, event });
    const copies = this.chance.happens(this.faults.repeated) ? 2 : 1;
    for (let n = 0; n < copies; n++) {
      const isLate = this.faults.lost > 0 && this.chance.happens(0.1);
      const after = isLate ? this.chance.between(1000, 60_000) : this.chance.between(10, 400);
      this.plan(after, async () => {
        await this.#attempt(record);
        this.delivered.push(record);
      });
    }
  }
}
