import type { Attempt } from '../../lambdas/domain/attempt/attempt.ts';
import { type Instant, second } from '../../lambdas/domain/basics/instant.ts';
import type { Columns } from '../../lambdas/domain/row/row.ts';
import type { Account, Task } from '../../lambdas/domain/task/task.ts';
import { takeDialMessage } from '../../lambdas/handlers/call-operator/take-dial-message.ts';
import type { DialMessage } from '../../lambdas/ports/calls/dial-queue.ts';
import type { Pins } from '../../lambdas/ports/people/pins.ts';
import type { Ports } from '../../lambdas/ports/ports.ts';
import { followRow } from '../../lambdas/use-cases/promises/follow-row.ts';
import { keepRowViews } from '../../lambdas/use-cases/views/keep-views.ts';
import type { RowRecord } from './memory/memory-tables.ts';
import { MemoryWorld } from './memory/memory-world.ts';
import { OperatorCall } from './operator-call.ts';
import { instant } from './sample-attempt.ts';
import { anna, ivan, sampleTask } from './sample-task.ts';
import { ScriptedDialler } from './scripted-dialler.ts';

/** Remembers PINs as they are: hashing takes its time on purpose. */
class PlainPins implements Pins {
  async hashOf(pin: string): Promise<string> {
    return `plain:${pin}`;
  }

  async fits(pin: string, hash: string): Promise<boolean> {
    return hash === `plain:${pin}`;
  }
}

type CentrePorts = Ports &
  Pick<MemoryWorld, 'rowEditor' | 'checkpoints' | 'forms' | 'scripts' | 'stateLog'> & {
    pins: Pins;
  };

/**
 * The engine on memory adapters. Time stands still until a test moves it; then stream records,
 * timers and messages are delivered, each once and on time. The telephone is the test's to play.
 */
export class CallCentre {
  readonly world: MemoryWorld;
  readonly dialler: ScriptedDialler;
  readonly ports: CentrePorts;
  readonly #failures: unknown[] = [];

  constructor(now: Instant) {
    this.world = new MemoryWorld(now);
    this.dialler = new ScriptedDialler(this.world.clock);
    this.ports = Object.assign(this.world, { dialler: this.dialler, pins: new PlainPins() });
  }

  /** At ten in the morning, with Anna and Ivan at their desks and no limit on calls per second. */
  static async open(
    given: { at?: string; task?: Parameters<typeof sampleTask>[0]; account?: Account } = {},
  ): Promise<CallCentre> {
    const centre = new CallCentre(instant(given.at ?? '2026-11-23T10:00:00Z'));
    const { directory } = centre.world;
    await directory.putTask(sampleTask(given.task));
    for (const operator of [anna, ivan]) await directory.putOperator(operator);
    const sipDomains = ['office.sip.twilio.com'];
    await directory.putAccount(given.account ?? { callsPerSecond: null, sipDomains });
    return centre;
  }

  /** Outside software sets columns (UpdateItem); those that are undefined are removed. */
  write(Id: number, columns: Columns): void {
    const remove = Object.keys(columns).filter((name) => columns[name] === undefined);
    const set = Object.fromEntries(Object.entries(columns).filter(([, it]) => it !== undefined));
    this.world.tables.updateRow({ task: 'demo', Id }, { set, remove });
  }

  /** Outside software replaces the whole row (PutItem). */
  put(Id: number, columns: Columns): void {
    this.world.tables.putRow({ ...columns, task: 'demo', Id });
  }

  delete(Id: number): void {
    this.world.tables.deleteRow({ task: 'demo', Id });
  }

  /** The row's columns; empty when it is gone. */
  row(Id: number): Columns {
    return this.world.tables.row({ task: 'demo', Id })?.columns ?? {};
  }

  /** The row's attempts in their order. */
  attempts(Id: number): Attempt[] {
    return [...this.world.tables.attempts.values()].filter((it) => it.row.Id === Id);
  }

  /** The call of the operator who was rung last; where Twilio made none, one that it makes now. */
  lastCall(): OperatorCall {
    const { dialler, ports } = this;
    const call = dialler.rung.at(-1);
    if (call === undefined) throw new Error('no operator was rung');
    const { attempt, to, at } = call;
    const made = dialler.legs.findLast((it) => it.to === to && !it.parent && it.createdAt >= at);
    return new OperatorCall(ports, { attempt, dialler, operator: made ?? dialler.add({ to }) });
  }

  async changeTask(change: Partial<Task>): Promise<void> {
    const task = await this.world.directory.task('demo');
    if (task !== undefined) await this.world.directory.putTask({ ...task, ...change });
  }

  /** Delivers what is due and moves the clock from one event to the next until the instant. */
  async runUntil(iso: string): Promise<void> {
    const until = instant(iso);
    for (let next = this.world.clock.now(); next <= until; next = this.#nextAt()) {
      await this.world.clock.advanceTo(next);
      await this.#deliverDue();
    }
    await this.world.clock.advanceTo(until);
    if (this.#failures.length > 0) throw this.#failures[0];
  }

  /** What a request is answered with by the instant; it may be held while the clock moves. */
  async answerBy<T>(iso: string, request: Promise<T>): Promise<T> {
    let answer: { step: T } | undefined;
    void request.then((step) => {
      answer = { step };
    });
    await this.runUntil(iso);
    if (answer === undefined) throw new Error(`no answer by ${iso}`);
    return answer.step;
  }

  /** Starts a message's use case, which may go on while the clock moves. */
  async deliver(message: DialMessage): Promise<void> {
    void takeDialMessage(this.ports, message).catch((error) => this.#failures.push(error));
    await this.world.clock.advanceTo(this.world.clock.now());
  }

  /** Tells of every write that was not told of yet; the stream tells its second. */
  async follow(): Promise<void> {
    const records = this.world.tables.takeRecords();
    for (const record of records) {
      const { writtenAt, ...rest } = record;
      await this.followOne(record);
      await keepRowViews(this.ports, [{ ...rest, at: writtenAt }]);
    }
    if (records.length > 0) await this.follow();
  }

  /** Tells of one write, which may have been told of before. */
  async followOne({ writtenAt, ...rest }: RowRecord): Promise<void> {
    const earliest = Math.floor(writtenAt / second) * second;
    await followRow(this.ports, { ...rest, written: { earliest, latest: writtenAt } });
  }

  async #deliverDue(): Promise<void> {
    const { clock, timers, dialQueue } = this.world;
    await this.follow();
    for (const timer of timers.due(clock.now())) await timers.fire(timer);
    for (const queued of dialQueue.due(clock.now())) {
      dialQueue.delete(queued);
      await this.deliver(queued.message);
    }
    await this.follow();
  }

  #nextAt(): Instant {
    const { clock, timers, dialQueue } = this.world;
    const messages = dialQueue.all().map(({ visibleAt }) => visibleAt);
    const fires = timers.all().map(({ fireAt }) => fireAt);
    const wakes = clock.nextWakeAt() ?? Number.POSITIVE_INFINITY;
    return Math.max(clock.now(), Math.min(wakes, ...messages, ...fires));
  }
}
