import { type Instant, second } from '../../domain/instant.ts';
import type { CallSlots } from '../../ports/call-slots.ts';

export class MemoryCallSlots implements CallSlots {
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
