import { randomUUID } from 'node:crypto';
import type { Leg } from '../legs/leg.ts';
import type { HttpMethod } from '../legs/leg-record.ts';

/*
 * The life of a conference
 *
 *   init ──two are in, and one of them starts it──▶ in-progress ──the last leaves, or one who ends it──▶ completed
 *
 * Who is in before it starts hears their wait music and nobody else. Who is on hold hears theirs, and is not heard.
 */
export type ConferenceStatus = 'init' | 'in-progress' | 'completed';

/** https://www.twilio.com/docs/voice/api/conference-resource#conference-properties */
export type ReasonEnded =
  | 'conference-ended-via-api'
  | 'participant-with-end-conference-on-exit-left'
  | 'participant-with-end-conference-on-exit-kicked'
  | 'last-participant-left'
  | 'last-participant-kicked';

/** A file or TwiML over and over, the account's usual music, or nothing. */
export type Music = { url: string; method: HttpMethod } | 'usual' | 'silence';

export interface Participant {
  readonly leg: Leg;
  readonly label: string | null;
  readonly startsConference: boolean;
  endsConference: boolean;
  readonly waitMusic: Music;
  /** What the others hear when they come and go. */
  readonly beep: 'true' | 'false' | 'onEnter' | 'onExit';
  isMuted: boolean;
  /** What they hear while they are on hold. */
  holdMusic: Music | null;
  /** They are out: their Dial is over. */
  readonly onOut: () => void;
}

export interface ConferenceParts {
  now: () => number;
  /** Lets a leg hear the music until the signal comes. */
  play: (leg: Leg, music: Music, signal: AbortSignal) => void;
}

const fewest = 2;

/** One conference from its first participant to its last. */
export class Conference {
  readonly sid = `CF${randomUUID().replaceAll('-', '')}`;
  readonly name: string;
  readonly createdAt: number;
  updatedAt: number;
  status: ConferenceStatus = 'init';
  ended: { reason: ReasonEnded; by: string | null } | null = null;
  readonly #parts: ConferenceParts;
  readonly #participants = new Map<string, Participant>();
  readonly #playing = new Map<string, { music: Music; stop: AbortController }>();

  constructor(name: string, parts: ConferenceParts) {
    this.name = name;
    this.#parts = parts;
    this.createdAt = parts.now();
    this.updatedAt = this.createdAt;
  }

  participants(): Participant[] {
    return [...this.#participants.values()];
  }

  /** By the SID of their call, or by their label. */
  participant(sidOrLabel: string): Participant | undefined {
    return (
      this.#participants.get(sidOrLabel) ??
      this.participants().find(({ label }) => label === sidOrLabel)
    );
  }

  join(participant: Participant): void {
    this.#beep(['true', 'onEnter'], participant);
    this.#participants.set(participant.leg.record.sid, participant);
    this.arrange();
  }

  leave(participant: Participant, how: 'left' | 'kicked'): void {
    const { sid } = participant.leg.record;
    if (!this.#participants.delete(sid)) return;
    this.#letGo(participant);
    if (participant.endsConference) {
      this.end(`participant-with-end-conference-on-exit-${how}`, sid);
    } else if (this.#participants.size === 0) {
      this.end(`last-participant-${how}`, sid);
    } else {
      this.#beep(['true', 'onExit'], participant);
      this.arrange();
    }
  }

  end(reason: ReasonEnded, by: string | null = null): void {
    if (this.status === 'completed') return;
    this.status = 'completed';
    this.ended = { reason, by };
    this.updatedAt = this.#parts.now();
    const left = this.participants();
    this.#participants.clear();
    for (const participant of left) this.#letGo(participant);
  }

  /** Everybody hears what they should: to be called when something about a participant was changed. */
  arrange(): void {
    this.updatedAt = this.#parts.now();
    const inside = this.participants();
    const mayStart =
      inside.length >= fewest && inside.some(({ startsConference }) => startsConference);
    if (this.status === 'init' && mayStart) this.status = 'in-progress';
    for (const participant of inside) {
      this.#letHear(participant);
      const { leg, holdMusic } = participant;
      leg.confer({ isHeld: holdMusic !== null, hears: this.#heardBy(participant) });
    }
  }

  #heardBy(listener: Participant): string[] {
    if (this.status === 'init' || listener.holdMusic !== null) return [];
    return this.participants()
      .filter((it) => it !== listener && it.holdMusic === null && !it.isMuted)
      .map(({ leg }) => leg.record.sid);
  }

  #letHear(participant: Participant): void {
    const { sid } = participant.leg.record;
    const music = this.status === 'init' ? participant.waitMusic : participant.holdMusic;
    const playing = this.#playing.get(sid);
    if (playing?.music === music) return;
    playing?.stop.abort();
    this.#playing.delete(sid);
    if (music === null) return;
    const stop = new AbortController();
    this.#playing.set(sid, { music, stop });
    this.#parts.play(participant.leg, music, stop.signal);
  }

  #letGo({ leg, onOut }: Participant): void {
    this.#playing.get(leg.record.sid)?.stop.abort();
    this.#playing.delete(leg.record.sid);
    leg.confer(null);
    onOut();
  }

  #beep(kinds: Participant['beep'][], { beep }: Participant): void {
    if (this.status !== 'in-progress' || !kinds.includes(beep)) return;
    for (const { leg, holdMusic } of this.participants())
      if (holdMusic === null) leg.hear('played', 'beep');
  }
}
