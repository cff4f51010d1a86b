import { type Instant, second } from '../../../lambdas/domain/basics/instant.ts';
import type { Cooldown } from '../../../lambdas/ports/limits/cooldown.ts';

export class MemoryCooldown implements Cooldown {
  readonly #doneAt = new Map<string, Instant>();

  async within(key: string, seconds: number, at: Instant): Promise<boolean> {
    const doneAt = this.#doneAt.get(key);
    if (doneAt !== undefined && at < doneAt + seconds * second) return false;
    this.#doneAt.set(key, at);
    return true;
  }
}
