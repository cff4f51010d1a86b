import { type Instant, second } from '../../domain/instant.ts';
import type { Once } from '../../ports/once.ts';

export class MemoryOnce implements Once {
  readonly #doneAt = new Map<string, Instant>();

  async within(key: string, seconds: number, at: Instant): Promise<boolean> {
    const doneAt = this.#doneAt.get(key);
    if (doneAt !== undefined && at < doneAt + seconds * second) return false;
    this.#doneAt.set(key, at);
    return true;
  }
}
