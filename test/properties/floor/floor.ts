import { ScryptPins } from '../../../lambdas/adapters/system/scrypt-pins.ts';
import type { AttemptId } from '../../../lambdas/domain/attempt/attempt.ts';
import { hour, type Instant, minute } from '../../../lambdas/domain/basics/instant.ts';
import type { LegEvent } from '../../../lambdas/domain/phone/voice-step.ts';
import type { Task } from '../../../lambdas/domain/task/task.ts';
import {
  recordCallerEvent,
  recordLegEvent,
} from '../../../lambdas/use-cases/call/record-leg-event.ts';
import type { Routed } from '../../../lambdas/use-cases/own-calls/route-outbound-call.ts';
import type { CallbackOrder } from '../../../lambdas/use-cases/promises/order-callback.ts';
import { patrol } from '../../../lambdas/use-cases/recovery/patrol.ts';
import { reconcile } from '../../../lambdas/use-cases/recovery/reconcile.ts';
import { MemoryTables } from '../../support/memory/memory-tables.ts';
import { Chance } from './chance.ts';
import { type Deed, doDeed } from './desk-deeds.ts';
import { answerPhone } from './dispatch.ts';
import { EventQueue } from './event-queue.ts';
import { everybodyWent } from './everybody-went.ts';
import type { Faults } from './faults.ts';
import { buildPorts, type FloorPorts, followingOf, receivingOf } from './floor-ports.ts';
import { type FilledForm, sendForm } from './form-sender.ts';
import { type Ended, Functions, Unanswered } from './functions.ts';
import { Ledger } from './ledger.ts';
import type { Leg, VoiceWebhook } from './network-host.ts';
import type { FloorPlan, Line } from './plan.ts';
import { start } from './plan.ts';
import { Promises, type Watched } from './promises.ts';
import { SimulatedNetwork } from './simulated-network.ts';
import { SimulatedQueue } from './simulated-queue.ts';
import { SimulatedStream } from './simulated-stream.ts';
import { Trace } from './trace.ts';
import { WatchedAttempts } from './watch-attempts.ts';
import { WatchedJournal } from './watch-journal.ts';
import { LegWatch } from './watch-legs.ts';

/** The whole engine on memory adapters, a simulated telephone network and AWS, and time that jumps from event to event. */
export class Floor implements Watched {
  readonly chance: Chance;
  readonly tables: MemoryTables;
  readonly network: SimulatedNetwork;
  readonly stream: SimulatedStream;
  readonly queue: SimulatedQueue;
  readonly ledger = new Ledger();
  readonly trace: Trace;
  readonly promises: Promises;
  readonly attempts: WatchedAttempts;
  readonly legs: LegWatch;
  readonly directory: FloorPorts['directory'];
  readonly scripts: FloorPorts['scripts'];
  readonly desks: FloorPorts['desks'];
  readonly journal: WatchedJournal;
  /** What was handed over, to hand it over again at the end. */
  readonly delivered: (() => Promise<unknown>)[] = [];
  /** Until when a function fails at everything, and a task's partition takes no writes. */
  readonly downUntil = new Map<string, Instant>();
  readonly hotUntil = new Map<string, Instant>();
  readonly tasks: readonly Task[];
  faults: Faults;
  /** Forms that somebody is still going to send. */
  unsentForms = 0;
  readonly #functions: Functions<FloorPorts>;
  readonly #events = new EventQueue();
  readonly #lines: ReadonlyMap<string, Line>;
  #now: Instant = start;

  readonly now = (): Instant => this.#now;

  readonly plan = (inMilliseconds: number, run: () => Promise<void>): void => {
    this.#events.plan(this.#now + inMilliseconds, run);
  };

  readonly sleepUntil = (at: Instant): Promise<void> => {
    if (at <= this.#now) return Promise.resolve();
    return new Promise((wake) => this.#events.plan(at, async () => wake()));
  };

  constructor(plan: FloorPlan, { isTraced = false } = {}) {
    this.chance = new Chance(plan.seed);
    this.faults = plan.faults;
    this.tasks = plan.tasks;
    this.trace = new Trace(isTraced);
    this.promises = new Promises(this.now, this.trace);
    this.tables = new MemoryTables(this);
    this.#lines = new Map(
      plan.operators.flatMap(({ operator, line }) => operator.addresses.map((it) => [it, line])),
    );
    this.network = new SimulatedNetwork(this);
    this.stream = new SimulatedStream(this);
    this.queue = new SimulatedQueue(this);
    this.attempts = new WatchedAttempts(this, this.promises);
    this.legs = new LegWatch(this, this.promises, this.attempts);
    this.journal = new WatchedJournal(this.promises);
    const ports = buildPorts(this, new ScryptPins());
    this.directory = ports.directory;
    this.scripts = ports.scripts;
    this.desks = ports.desks;
    this.#functions = new Functions<FloorPorts>(this, ports);
    this.#every(minute, 'reconcile', reconcile);
    this.#answerDesks(plan);
    this.#every(6 * hour, 'patrol', patrol);
  }

  get seed(): number {
    return this.chance.seed;
  }

  /** Runs everything that happens until the instant. */
  async runUntil(at: Instant): Promise<void> {
    for (let next = this.#events.nextAt(); next !== undefined && next <= at; ) {
      const event = this.#events.take();
      this.#now = Math.max(this.#now, next);
      void event?.run();
      await everybodyWent();
      this.stream.add(this.tables.takeRecords());
      next = this.#events.nextAt();
    }
    this.#now = Math.max(this.#now, at);
  }

  planAt(at: Instant, run: () => Promise<void>): void {
    this.#events.plan(at, run);
  }

  invoke<R>(fn: string, run: (ports: FloorPorts) => Promise<R>): Promise<Ended<R>> {
    const until = Math.max(this.downUntil.get(fn) ?? 0, this.downUntil.get('everything') ?? 0);
    if (this.#now < until) return Promise.resolve({ isDone: false });
    return this.#functions.invoke(fn, run);
  }

  /** Kept for the end, some of them: all would be too many. */
  deliver(again: () => Promise<unknown>): void {
    if (this.delivered.length < 3000) this.delivered.push(again);
    else if (this.chance.happens(0.2)) this.delivered[this.chance.between(0, 2999)] = again;
  }

  /** What an operator does at their desk; it takes its time. */
  atDesk(deed: Deed): void {
    this.plan(0, async () => {
      await this.invoke('api', (ports) => doDeed(ports, this.tables, deed));
    });
  }

  /** Whoever sits at a desk sees that they count as not responding, and says that they are there. */
  #answerDesks(plan: FloorPlan): void {
    this.plan(10 * minute, async () => {
      this.#answerDesks(plan);
      for (const { operator, line } of plan.operators) {
        const isThere = operator.addresses.length > 1 && (line === 'ordinary' || line === 'prompt');
        if (isThere) this.atDesk({ do: 'act', operator: operator.id });
      }
    });
  }

  #every(period: number, fn: string, run: (ports: FloorPorts) => Promise<void>): void {
    this.plan(period, async () => {
      this.#every(period, fn, run);
      await this.invoke(fn, run);
    });
  }

  // What functions ask of AWS.

  admit(port: string, method: string, args: readonly unknown[]): void {
    if (this.hotUntil.size === 0) return;
    const isWrite = /^(change|claim|settle|record|permit|correct|submit|edit)$/.test(method);
    if (!isWrite || (port !== 'rows' && port !== 'attempts' && port !== 'forms')) return;
    const given = args[0] as { key?: { task: string }; row?: { key?: { task: string } } };
    const task = given.key?.task ?? given.row?.key?.task;
    if (task !== undefined && this.#now < (this.hotUntil.get(task) ?? 0))
      throw new Unanswered(`${port}.${method}: too many requests for ${task}`);
  }

  broken(error: unknown, fn: string): void {
    this.promises.broken(error, fn);
  }

  violate(sentence: string): void {
    this.promises.violate(sentence);
  }

  note(event: string, about = ''): void {
    this.trace.note(this.#now, () => `${event} ${about}`);
  }

  follow = followingOf(this);
  receive = receivingOf(this);

  // What the telephone network asks.

  lineOf(address: string): Line {
    return this.#lines.get(address) ?? 'ordinary';
  }

  legCreated(leg: Leg): void {
    this.legs.created(leg);
  }

  legEnded(leg: Leg): void {
    this.note(`${leg.kind} leg ${leg.sid.slice(-6)} ends as ${leg.endedAs}`, leg.attempt);
    const { died, lost } = this.faults;
    if (died === 0 && lost === 0) this.plan(2 * minute, async () => this.legs.lastEnded(leg));
  }

  /** Some operators fill in the form while they talk, some long afterwards, some twice. */
  talkBegan({ attempt }: Leg): void {
    if (attempt === undefined || !this.chance.happens(0.25)) return;
    const after = this.chance.between(1000, 5 * minute);
    const form = { attempt, minutes: this.chance.oneOf([1, 5, 30, 90]) };
    const sentAt = this.#now + after;
    const delay = this.chance.oneOf([0, 0, 0, 9 * minute]);
    this.#sendForm({ ...form, sentAt }, after + delay);
    if (this.chance.happens(0.3)) this.#sendForm({ ...form, sentAt }, after + delay + 400);
  }

  #sendForm(form: FilledForm, after: number): void {
    this.unsentForms += 1;
    this.plan(after, async () => {
      this.unsentForms -= 1;
      await this.invoke('api', (ports) => sendForm(ports, this.ledger, form));
    });
  }

  /**
   * A request that fails is sent once more: our URLs say so. The first one of a call to us comes again
   * within seconds only; what becomes of it long afterwards is nobody's business.
   */
  async voice(webhook: VoiceWebhook, nth = 1): Promise<Routed | undefined> {
    const answer = () => this.invoke('voice', (ports) => answerPhone(ports, webhook));
    if (webhook.attempt === undefined && webhook.to === 'order') this.#callerOrders(webhook.order);
    const ended = await answer();
    if (!ended.isDone && nth < 2) return this.voice(webhook, nth + 1);
    if (this.chance.happens(this.faults.repeated)) void answer();
    const isFirst = webhook.attempt === undefined && webhook.to !== 'order';
    if (!isFirst) this.deliver(answer);
    return ended.isDone ? ended.result : undefined;
  }

  /** A customer who called in keys when they want to be called: what was promised before is theirs no more. */
  #callerOrders({ row }: CallbackOrder): void {
    this.ledger.wrote(row);
  }

  /** Callbacks may be lost, come twice, late, and in another order than they were sent. */
  callback(attempt: AttemptId | undefined, event: LegEvent): void {
    if (this.chance.happens(this.faults.lost)) {
      return this.note(`callback lost: ${event.leg} ${event.state}`, attempt);
    }
    const record = () =>
      this.invoke('events', (ports) =>
        event.leg === 'caller' || attempt === undefined
          ? recordCallerEvent(ports, event)
          : recordLegEvent(ports, { attempt, event }),
      );
    const copies = this.chance.happens(this.faults.repeated) ? 2 : 1;
    for (let n = 0; n < copies; n++) {
      const isLate = this.faults.lost > 0 && this.chance.happens(0.1);
      const after = isLate ? this.chance.between(1000, 60_000) : this.chance.between(10, 400);
      this.plan(after, async () => {
        await record();
        this.deliver(record);
      });
    }
  }
}
