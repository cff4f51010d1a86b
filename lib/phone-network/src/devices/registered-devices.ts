import type { Leg } from '../legs/leg.ts';
import type { VirtualPhones } from '../lines/virtual-phones.ts';

/** A browser phone that takes calls. */
export interface CallTaker {
  /** The leg rings: it may be answered. */
  offer(leg: Leg): void;
}

/** Who takes the calls of an address: while there is one, that phone is in a person's hand. */
export class RegisteredDevices {
  readonly #phones: VirtualPhones;
  readonly #takers = new Map<string, Set<CallTaker>>();

  constructor(phones: VirtualPhones) {
    this.#phones = phones;
  }

  /** The function returned, called once, ends it. */
  register(address: string, taker: CallTaker): () => void {
    const takers = this.#takers.get(address) ?? new Set();
    this.#takers.set(address, takers.add(taker));
    const letGo = this.#phones.hold(address);
    return () => {
      takers.delete(taker);
      letGo();
    };
  }

  /** Rings every device of the called phone. */
  follow(leg: Leg): void {
    if (leg.record.direction === 'inbound') return;
    leg.events.on('progress', (event) => {
      if (event !== 'ringing') return;
      for (const taker of this.#takers.get(leg.record.to) ?? []) taker.offer(leg);
    });
  }
}
