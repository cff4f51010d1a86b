import { type Instant, second } from '../../../lambdas/domain/basics/instant.ts';
import {
  type CallRate,
  lineTimeout,
  type Slot,
  type SlotAnswer,
  type SlotWish,
  slotTolerance,
} from '../../../lambdas/ports/calls/call-rate.ts';

export class MemoryCallRate implements CallRate {
  #nextAt = 0;
  #servedUntil = 0;

  async take({ perSecond, at, by }: SlotWish): Promise<SlotAnswer> {
    const isServed = this.#servedUntil > at;
    if (this.#nextAt > at || (by === 'newcomer' && isServed)) {
      return { kind: 'wait', until: Math.ceil(Math.max(this.#nextAt, at)), isServed };
    }
    const from = at - this.#nextAt < slotTolerance ? this.#nextAt : at;
    this.#nextAt = from + second / perSecond;
    if (by === 'line') this.#servedUntil = this.#nextAt + lineTimeout;
    return { kind: 'taken', slot: { at, nextAt: this.#nextAt } };
  }

  async giveBack({ at, nextAt }: Slot): Promise<void> {
    if (this.#nextAt === nextAt) this.#nextAt = at;
  }

  async joinLine(at: Instant, until: Instant): Promise<boolean> {
    if (this.#servedUntil > at) return false;
    this.#servedUntil = until;
    return true;
  }

  async leaveLine(): Promise<void> {
    this.#servedUntil = 0;
  }
}
