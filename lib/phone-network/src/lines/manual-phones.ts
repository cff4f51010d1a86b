import type { Leg } from '../legs/leg.ts';
import type { Exchange } from './exchange.ts';
import type { VirtualPhones } from './virtual-phones.ts';

/** What a person can do with a phone in the hand. Nothing happens to calls that are over. */
export class ManualPhones {
  readonly #exchange: Exchange;
  readonly #phones: VirtualPhones;

  constructor(exchange: Exchange, phones: VirtualPhones) {
    this.#exchange = exchange;
    this.#phones = phones;
  }

  answer(sid: string): void {
    this.#with(sid, (leg) => this.#phones.answer(leg));
  }

  decline(sid: string): void {
    this.#with(sid, (leg) => this.#phones.decline(leg));
  }

  hangUp(sid: string): void {
    this.#with(sid, (leg) => this.#phones.hangUp(leg));
  }

  press(sid: string, key: string): void {
    this.#with(sid, (leg) => leg.press(key));
  }

  #with(sid: string, act: (leg: Leg) => void): void {
    const leg = this.#exchange.live(sid);
    if (leg) act(leg);
  }
}
