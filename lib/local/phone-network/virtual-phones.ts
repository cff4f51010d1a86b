import { EventEmitter } from 'node:events';
import type { Leg } from './leg.ts';
import { partyOf } from './leg-record.ts';
import type { NetworkStore } from './network-store.ts';
import { type PhoneBehaviour, parseBehaviour, untouchedBehaviour } from './phone-behaviour.ts';

const sip = {
  ok: 200,
  notFound: 404,
  busyHere: 486,
  requestTerminated: 487,
  decline: 603,
} as const;
const millisecondsBetweenKeys = 50;

/** Every phone of the world outside: what it does when it rings, and what its owner can do by hand. */
export class VirtualPhones {
  readonly events = new EventEmitter<{ behaviour: [address: string] }>();
  readonly #behaviours: Map<string, PhoneBehaviour>;
  readonly #store: NetworkStore;

  constructor(store: NetworkStore) {
    this.#store = store;
    this.#behaviours = new Map(store.behaviours());
  }

  /** Throws a ZodError for what is no behaviour. */
  setBehaviour(address: string, given: unknown): PhoneBehaviour {
    const behaviour = parseBehaviour(given);
    this.#behaviours.set(address, behaviour);
    this.#store.saveBehaviour(address, behaviour);
    this.events.emit('behaviour', address);
    return behaviour;
  }

  behaviourOf(address: string): PhoneBehaviour {
    return this.#behaviours.get(address) ?? untouchedBehaviour;
  }

  isSet(address: string): boolean {
    return this.#behaviours.has(address);
  }

  /** The phones that somebody set, in the order in which they were first set. */
  known(): [address: string, behaviour: PhoneBehaviour][] {
    return [...this.#behaviours];
  }

  /** Lets the called phone do what it does; the ring ends as no-answer after `timeoutSeconds`. */
  ring(leg: Leg, timeoutSeconds: number): void {
    const { answer, afterSeconds, hangUpAfterSeconds } = this.behaviourOf(leg.record.to);
    if (answer === 'unreachable') leg.end('failed', sip.notFound);
    if (answer === 'busy') leg.end('busy', sip.busyHere);
    if (!leg.isLive) return;
    leg.ring();
    leg.after(timeoutSeconds * 1000, () => {
      if (!leg.isAnswered) leg.end('no-answer', sip.requestTerminated);
    });
    if (answer === 'reject') leg.after(afterSeconds * 1000, () => this.decline(leg));
    if (answer === 'human' || answer === 'voicemail') {
      leg.after(afterSeconds * 1000, () => this.#answerAlone(leg, hangUpAfterSeconds));
    }
  }

  /** A phone that was told how to behave keeps to it when it calls in, too. */
  callIn(leg: Leg): void {
    const patience = this.#behaviours.get(leg.record.from)?.hangUpAfterSeconds ?? null;
    if (patience !== null)
      leg.events.once('answered', () => leg.after(patience * 1000, () => this.hangUp(leg)));
  }

  /** A person hears the prompts out, then presses; the function returned stops the pressing. */
  pressWhatIsWanted(leg: Leg): () => void {
    const { answer, presses } = this.behaviourOf(partyOf(leg.record));
    const keys = answer === 'human' ? [...presses] : [];
    const callOffs = keys.map((key, index) =>
      leg.after(index * millisecondsBetweenKeys, () => leg.press(key)),
    );
    return () => {
      for (const callOff of callOffs) callOff();
    };
  }

  /** By hand: the call lasts until somebody hangs up. */
  answer(leg: Leg): void {
    if (leg.record.status === 'ringing' && leg.record.direction !== 'inbound') leg.answer();
  }

  decline(leg: Leg): void {
    if (!leg.isAnswered) leg.end('busy', sip.decline);
  }

  hangUp(leg: Leg): void {
    leg.end('no-answer', sip.requestTerminated);
  }

  #answerAlone(leg: Leg, hangUpAfterSeconds: number | null): void {
    if (leg.isAnswered) return;
    leg.answer();
    if (hangUpAfterSeconds !== null) leg.after(hangUpAfterSeconds * 1000, () => this.hangUp(leg));
  }
}
