import { type Instant, second } from '../../domain/instant.ts';
import type { Tallies } from '../../ports/tallies.ts';

export class MemoryTallies implements Tallies {
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
