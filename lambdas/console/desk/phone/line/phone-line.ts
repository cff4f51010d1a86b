import type { Call, Device } from '@twilio/voice-sdk';
import type { PhonePass } from '../../../../contract/people.ts';
import type { LineParts, PhoneState } from './line-parts.ts';
import { type PhoneProblem, problemOf } from './phone-problem.ts';

type Timer = 'renewal' | 'start' | 'watch';

const secondMs = 1000;
const firstPause = 2 * secondMs;
const longestPause = 60 * secondMs;
/** The SDK opens a lost line within seconds; after this it gets a new device. */
const longestSilence = 45 * secondMs;
/** Of a token's life, when a new one is asked for: what is left is for tries that fail. */
const renewedAfter = 2 / 3;

/**
 * One device at a time, alive for as long as the desk is open. The SDK warns of a token's end once in a
 * device's life, and goes on saying `registered` when the token has ended; so the renewal has a timer of
 * its own, and a device whose token was refused is replaced by a new one.
 */
export class PhoneLine {
  readonly #parts: LineParts;
  #device: Device | undefined;
  #state: PhoneState = { kind: 'off' };
  /** Whatever answers a question of an earlier run is too late. */
  #run = 0;
  #failures = 0;
  #renewAt = Number.POSITIVE_INFINITY;
  #expiresAt = Number.POSITIVE_INFINITY;
  #isAsking = false;
  readonly #callOffs = new Map<Timer, () => void>();

  constructor(parts: LineParts) {
    this.#parts = parts;
  }

  /** Starts anew, whatever was: also what "try again" does. */
  async open(): Promise<void> {
    if (this.#device?.isBusy) return;
    this.#end();
    this.#failures = 0;
    this.#show({ kind: 'starting' });
    await this.#start();
  }

  close(): void {
    this.#end();
    this.#show({ kind: 'off' });
  }

  /** The network is there again, or the page is looked at again: timers may have slept. */
  wake(): void {
    if (this.#state.kind === 'off') return;
    if (this.#device === undefined) {
      if (this.#callOffs.has('start')) void this.#start();
    } else if (this.#parts.now() >= this.#renewAt) void this.#renew();
  }

  /** The permission for the microphone was given or taken back. */
  permissionChanged(): void {
    if (this.#state.kind !== 'off' && !this.#device?.isBusy) void this.open();
  }

  /** What a call of this line died of, where it is the line's problem too. */
  callFailed(error: unknown): void {
    const problem = problemOf(error);
    if (problem.kind === 'microphone-refused' || problem.kind === 'microphone-missing') {
      this.#fail(problem);
    } else if (problem.kind === 'not-admitted') this.#replace(problem);
  }

  async #start(): Promise<void> {
    this.#drop('start');
    this.#discard();
    const run = ++this.#run;
    const pass = await this.#parts.pass();
    if (run !== this.#run) return;
    if (pass.kind === 'refused') return this.#fail({ kind: 'said', sentence: pass.sentence });
    if (pass.kind !== 'done') return this.#startLater({ kind: 'said', sentence: pass.sentence });
    try {
      await this.#register(pass.value, run);
    } catch (error) {
      if (run === this.#run) this.#replace(problemOf(error));
    }
  }

  async #register(pass: PhonePass, run: number): Promise<void> {
    const made = await this.#parts.makeDevice(pass);
    if (run !== this.#run) return made.destroy();
    this.#device = made;
    this.#listenTo(made);
    this.#renewBy(pass.expiresAt);
    // A device without sound needs no microphone.
    const microphone = made.audio === null ? 'ready' : await this.#parts.askForMicrophone();
    if (run !== this.#run) return;
    if (microphone !== 'ready') return this.#fail({ kind: microphone });
    this.#watch();
    await made.register();
  }

  #listenTo(made: Device): void {
    const on = <Given>(event: string, act: (given: Given) => void) =>
      made.on(event, (given: Given) => {
        if (this.#device === made) act(given);
      });
    on('registered', () => this.#ready());
    on('unregistered', () => this.#connecting());
    on('incoming', (call: Call) => this.#parts.ring(call));
    on('tokenWillExpire', () => void this.#renew());
    on('error', (error: unknown) => this.#take(error));
  }

  #take(error: unknown): void {
    const problem = problemOf(error);
    if (problem.kind === 'not-admitted') return this.#replace(problem);
    if (this.#device?.state !== 'registered') this.#connecting();
  }

  #ready(): void {
    this.#failures = 0;
    this.#drop('watch');
    this.#drop('start');
    this.#show({ kind: 'ready' });
  }

  #connecting(): void {
    if (this.#state.kind === 'ready') this.#show({ kind: 'starting' });
    this.#watch();
  }

  /** Gives the SDK time to bring its line back; then the device is replaced. */
  #watch(): void {
    if (this.#callOffs.has('watch')) return;
    this.#set('watch', longestSilence, () => this.#replace({ kind: 'not-connected' }));
  }

  /** Only a person can mend it. */
  #fail(problem: PhoneProblem): void {
    this.#end();
    this.#show({ kind: 'failed', problem });
  }

  /** Shows the problem, and gets a new device: soon at first, then at growing pauses. */
  #replace(problem: PhoneProblem): void {
    if (problem.kind.startsWith('microphone') || problem.kind === 'browser-unfit') {
      return this.#fail(problem);
    }
    this.#startLater(problem);
  }

  #startLater(problem: PhoneProblem): void {
    this.#drop('watch');
    this.#show({ kind: 'failed', problem });
    if (this.#callOffs.has('start')) return;
    this.#set('start', this.#nextPause(), () => {
      // A talk is not cut off for a better line.
      if (this.#device?.isBusy) this.#startLater(problem);
      else void this.#start();
    });
  }

  #nextPause(): number {
    return Math.min(firstPause * 2 ** this.#failures++, longestPause);
  }

  #renewBy(expiresAt: string): void {
    const now = this.#parts.now();
    this.#expiresAt = Date.parse(expiresAt);
    this.#renewIn(Math.max(0, (this.#expiresAt - now) * renewedAfter));
  }

  #renewIn(milliseconds: number): void {
    this.#renewAt = this.#parts.now() + milliseconds;
    this.#set('renewal', milliseconds, () => void this.#renew());
  }

  async #renew(): Promise<void> {
    if (this.#isAsking || this.#device === undefined) return;
    this.#isAsking = true;
    const run = this.#run;
    const hadExpired = this.#parts.now() >= this.#expiresAt;
    const pass = await this.#parts.pass();
    this.#isAsking = false;
    if (run !== this.#run) return;
    if (pass.kind !== 'done') return this.#renewIn(this.#nextPause());
    // Once it has expired the device is not registered any more, whatever it says.
    if (hadExpired) return this.#replace({ kind: 'not-admitted' });
    this.#device?.updateToken(pass.value.token);
    if (this.#state.kind === 'ready') this.#failures = 0;
    this.#renewBy(pass.value.expiresAt);
  }

  #end(): void {
    this.#run++;
    this.#discard();
    this.#drop('start');
  }

  #discard(): void {
    const old = this.#device;
    this.#device = undefined;
    this.#renewAt = Number.POSITIVE_INFINITY;
    this.#drop('renewal');
    this.#drop('watch');
    old?.destroy();
  }

  #set(timer: Timer, milliseconds: number, act: () => void): void {
    this.#drop(timer);
    const callOff = this.#parts.after(milliseconds, () => {
      this.#callOffs.delete(timer);
      act();
    });
    this.#callOffs.set(timer, callOff);
  }

  #drop(timer: Timer): void {
    this.#callOffs.get(timer)?.();
    this.#callOffs.delete(timer);
  }

  #show(state: PhoneState): void {
    this.#state = state;
    this.#parts.show(state);
  }
}
