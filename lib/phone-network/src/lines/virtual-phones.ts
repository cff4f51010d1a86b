import { EventEmitter } from 'node:events';
import type { NetworkStore } from '../account/network-store.ts';
import {
  type PhoneBehaviour,
  parseBehaviour,
  pickedUpByHand,
  untouchedBehaviour,
} from '../base/phone-behaviour.ts';
import type { Leg } from '../legs/leg.ts';
import { partyOf } from '../legs/leg-record.ts';

const sip = {
  ok: 200,
  notFound: 404,
  busyHere: 486,
  requestTerminated: 487,
  serviceUnavailable: 503,
  decline: 603,
} as const;
const millisecondsBetweenKeys = 50;
/** A `w` among keys waits so long. */
const waitMilliseconds = 500;

/** Every phone of the world outside: what it does when it rings, and what its owner can do by hand. */
export class VirtualPhones {
  readonly events = new EventEmitter<{ behaviour: [address: string] }>();
  readonly #behaviours: Map<string, PhoneBehaviour>;
  /** What whoever has a phone is called. */
  readonly #owners: Map<string, string>;
  readonly #store: NetworkStore;
  /** How many devices hold a phone. */
  readonly #holders = new Map<string, number>();
  /** The keys that a call still has to press, for each Gather in turn. */
  readonly #ownKeys = new WeakMap<Leg, string[]>();

  constructor(store: NetworkStore) {
    this.#store = store;
    this.#behaviours = new Map(store.behaviours());
    this.#owners = new Map(store.owners());
  }

  /** Throws a ZodError for what is no behaviour. */
  setBehaviour(address: string, given: unknown): PhoneBehaviour {
    const behaviour = parseBehaviour(given);
    this.#behaviours.set(address, behaviour);
    this.#store.saveBehaviour(address, behaviour);
    this.events.emit('behaviour', address);
    return behaviour;
  }

  /** Whoever looks at the phones sees whose it is, before its first call too. */
  nameOwner(address: string, name: string): void {
    this.#owners.set(address, name);
    this.#store.saveOwner(address, name);
    this.events.emit('behaviour', address);
  }

  ownerOf(address: string): string | undefined {
    return this.#owners.get(address);
  }

  /** The phones whose owners are known, in the order in which they were first named. */
  named(): string[] {
    return [...this.#owners.keys()];
  }

  /** How the phone behaves now: as it was told, unless somebody holds it. */
  behaviourOf(address: string): PhoneBehaviour {
    if (this.isHeld(address)) return pickedUpByHand;
    return this.#behaviours.get(address) ?? untouchedBehaviour;
  }

  isSet(address: string): boolean {
    return this.#behaviours.has(address);
  }

  /** A device takes the phone into a person's hand; the function returned, called once, lets go of it. */
  hold(address: string): () => void {
    this.#countHolder(address, 1);
    return () => this.#countHolder(address, -1);
  }

  isHeld(address: string): boolean {
    return this.#holders.has(address);
  }

  held(): string[] {
    return [...this.#holders.keys()];
  }

  /** The phones that somebody set, in the order in which they were first set. */
  known(): [address: string, behaviour: PhoneBehaviour][] {
    return [...this.#behaviours];
  }

  /** Lets the called phone do what it does; the ring ends as no-answer after `timeoutSeconds`. */
  ring(leg: Leg, timeoutSeconds: number): void {
    const { answer, afterSeconds, hangUpAfterSeconds } = this.behaviourOf(leg.record.to);
    if (answer === 'unreachable') leg.end('failed', sip.serviceUnavailable);
    if (answer === 'no-such-number') leg.end('failed', sip.notFound);
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

  /**
   * A phone that was told how to behave keeps to it when it calls in, too. `presses` are the keys
   * for each Gather of this call in turn, whatever the phone presses otherwise.
   */
  callIn(leg: Leg, presses?: readonly string[]): void {
    if (presses) this.#ownKeys.set(leg, [...presses]);
    const { from } = leg.record;
    const told = this.isHeld(from) ? undefined : this.#behaviours.get(from);
    const patience = told?.hangUpAfterSeconds ?? null;
    if (patience !== null)
      leg.events.once('answered', () => leg.after(patience * 1000, () => this.hangUp(leg)));
  }

  /** A person hears the prompts out, then presses; the function returned stops the pressing. */
  pressWhatIsWanted(leg: Leg): () => void {
    const ownKeys = this.#ownKeys.get(leg);
    if (ownKeys) return this.press(leg, ownKeys.shift() ?? '');
    const { answer, presses } = this.behaviourOf(partyOf(leg.record));
    if (answer !== 'human') return this.press(leg, '');
    if (typeof presses === 'string') return this.press(leg, presses);
    this.#ownKeys.set(leg, [...presses]);
    return this.pressWhatIsWanted(leg);
  }

  /** Presses key by key, `w` waits half a second; the function returned stops the pressing. */
  press(leg: Leg, keys: string): () => void {
    let at = 0;
    const callOffs: (() => void)[] = [];
    for (const key of keys) {
      if (key !== 'w') callOffs.push(leg.after(at, () => leg.press(key)));
      at += key === 'w' ? waitMilliseconds : millisecondsBetweenKeys;
    }
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

  #countHolder(address: string, change: 1 | -1): void {
    const count = (this.#holders.get(address) ?? 0) + change;
    if (count > 0) this.#holders.set(address, count);
    else this.#holders.delete(address);
    this.events.emit('behaviour', address);
  }

  #answerAlone(leg: Leg, hangUpAfterSeconds: number | null): void {
    if (leg.isAnswered) return;
    leg.answer();
    if (hangUpAfterSeconds !== null) leg.after(hangUpAfterSeconds * 1000, () => this.hangUp(leg));
  }
}
