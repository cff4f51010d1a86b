import { type Instant, second } from '../../../lambdas/domain/basics/instant.ts';
import type { RateCounter } from '../../../lambdas/ports/limits/rate-counter.ts';

export class MemoryRateCounter implements RateCounter {
  readonly #counts = new Map<string, number>();

  async add(
    key: string,
    amount: number,
    { seconds, at }: { seconds: number; at: Instant },
  ): Promise<number> {
    const name = `${key}@${Math.floor(at / (seconds * second))}`;
    const count = (this.#counts.get(name) ?? 0) + amount;
    this.#counts.set(name, count);
    return count;
  }
}
