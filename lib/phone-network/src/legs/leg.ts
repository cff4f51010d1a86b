import { EventEmitter } from 'node:events';
import type { Clock } from '../base/clock.ts';
import {
  type FinalStatus,
  type HttpMethod,
  isFinal,
  type LegInConference,
  type LegRecord,
  type ProgressEvent,
  type TranscriptLine,
} from './leg-record.ts';

export interface LegEvents {
  /** Anything in the record changed. */
  changed: [];
  progress: [event: ProgressEvent];
  answered: [];
  ended: [];
  pressed: [key: string];
  heard: [line: TranscriptLine];
  /** Other TwiML took over. */
  redirected: [];
}

/** Why running TwiML stopped in the middle. */
export class Interrupted extends Error {
  readonly kind: 'ended' | 'redirected';
  constructor(kind: 'ended' | 'redirected') {
    super(`the leg was ${kind}`);
    this.kind = kind;
  }
}

/** SIP response codes. */
const normalClearing = 200;
const serverFailure = 500;

export class Leg {
  readonly record: LegRecord;
  readonly events = new EventEmitter<LegEvents>();
  /** TwiML that is asked for when other TwiML cannot be fetched or run. */
  fallback: { url: string; method: HttpMethod } | null = null;
  readonly #clock: Clock;
  readonly #timers = new Set<() => void>();
  #script = new AbortController();

  constructor(record: LegRecord, clock: Clock) {
    this.record = record;
    this.#clock = clock;
  }

  get isLive(): boolean {
    return !isFinal(this.record.status);
  }

  get isAnswered(): boolean {
    return this.record.status === 'in-progress';
  }

  dial(): void {
    if (!this.isLive || this.record.dialledAt !== null) return;
    this.record.dialledAt = this.#clock.now();
    this.#announce('initiated');
  }

  ring(): void {
    if (this.record.status !== 'queued') return;
    this.record.status = 'ringing';
    this.record.rangAt = this.#clock.now();
    this.#announce('ringing');
  }

  answer(): void {
    if (!this.isLive || this.isAnswered) return;
    this.record.status = 'in-progress';
    this.record.answeredAt = this.#clock.now();
    this.#announce('answered');
    this.events.emit('answered');
  }

  /** Ends the leg. An answered leg is `completed`, whatever an unanswered one would have been. */
  end(unanswered: FinalStatus, sipResponseCode: number): void {
    if (!this.isLive) return;
    this.#finish(
      this.isAnswered ? 'completed' : unanswered,
      this.isAnswered ? normalClearing : sipResponseCode,
    );
  }

  /** Twilio hangs up. A call that came in is picked up for that: only Reject turns it away. */
  hangUp(): void {
    this.answer();
    this.end('completed', normalClearing);
  }

  /** The network lost the leg: `failed`, even when it was answered. */
  fail(): void {
    if (this.isLive) this.#finish('failed', serverFailure);
  }

  /** Calls `fn` after `ms` milliseconds, unless the leg ends before. */
  after(ms: number, fn: () => void): () => void {
    const callOff = this.#clock.setTimer(ms, () => {
      this.#timers.delete(callOff);
      fn();
    });
    this.#timers.add(callOff);
    return () => {
      this.#timers.delete(callOff);
      callOff();
    };
  }

  /** Stops the TwiML that is running and hands out the signal that stops the next. */
  startScript(): AbortSignal {
    this.#script.abort(new Interrupted('redirected'));
    this.#script = new AbortController();
    return this.#script.signal;
  }

  /** Both parties hear each other from now on, until either leg ends or is taken elsewhere. */
  connect(other: Leg): () => void {
    this.#setBridge(other.record.sid);
    other.#setBridge(this.record.sid);
    return () => {
      this.#setBridge(null);
      other.#setBridge(null);
    };
  }

  /** How it stands in a conference; null when it is in none any more. */
  confer(state: LegInConference | null): void {
    this.record.conference = state;
    this.events.emit('changed');
  }

  hear(kind: 'said' | 'played', text: string): void {
    this.#note({ at: this.#clock.now(), kind, text });
  }

  /** The person at the phone presses a key; it counts only during a call. */
  press(key: string): void {
    if (!this.isAnswered) return;
    this.#note({ at: this.#clock.now(), kind: 'pressed', text: key });
    this.events.emit('pressed', key);
  }

  /** Nothing moves any more, and nobody is told: the network goes down. */
  abandon(): void {
    this.#stopTimers();
    this.events.removeAllListeners();
    this.#script.abort(new Interrupted('ended'));
  }

  #setBridge(sid: string | null): void {
    this.record.bridgedWith = sid;
    this.events.emit('changed');
  }

  #note(line: TranscriptLine): void {
    if (!this.isLive) return;
    this.record.transcript.push(line);
    this.events.emit('changed');
    this.events.emit('heard', line);
  }

  #finish(status: FinalStatus, sipResponseCode: number): void {
    this.#stopTimers();
    const wasDialled = this.record.dialledAt !== null;
    this.record.status = status;
    this.record.sipResponseCode = sipResponseCode;
    this.record.endedAt = this.#clock.now();
    // A call that is canceled while it waits for its turn fires no callback at Twilio.
    if (wasDialled || status !== 'canceled') this.#announce('completed');
    else this.#touch();
    this.events.emit('ended');
    this.#script.abort(new Interrupted('ended'));
  }

  #stopTimers(): void {
    for (const callOff of this.#timers) callOff();
    this.#timers.clear();
  }

  #announce(event: ProgressEvent): void {
    this.#touch();
    this.events.emit('progress', event);
  }

  #touch(): void {
    this.record.updatedAt = this.#clock.now();
    this.events.emit('changed');
  }
}
