import { type Instant, second } from '../../../lambdas/domain/basics/instant.ts';
import type { CallRate } from '../../../lambdas/ports/call-rate.ts';

export class MemoryCallRate implements CallRate {
  readonly #held = new Map<string, Instant>();
  #nextAt = 0;

  async reserve(perSecond: number, at: Instant, holder: string): Promise<Instant> {
    const held = this.#held.get(holder);
    if (held !== undefined && held >= at) return held;
    const slotAt = Math.max(this.#nextAt, at);
    this.#nextAt = slotAt + second / perSecond;
    this.#held.set(holder, Math.ceil(slotAt));
    return Math.ceil(slotAt);
  }
}
