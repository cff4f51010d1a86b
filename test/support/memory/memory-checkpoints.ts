import type { Checkpoints } from '../../../lambdas/ports/records/checkpoints.ts';

export class MemoryCheckpoints implements Checkpoints {
  readonly #places = new Map<string, string | undefined>();

  async read(sweep: string): Promise<string | undefined> {
    return this.#places.get(sweep);
  }

  async keep(sweep: string, place: string | undefined): Promise<void> {
    this.#places.set(sweep, place);
  }
}
