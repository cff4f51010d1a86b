import type { CursorKey } from '../../../lambdas/ports/records/cursor-key.ts';

export class MemoryCursorKey implements CursorKey {
  readonly #key = new Uint8Array(32).fill(7);

  async read(): Promise<Uint8Array> {
    return this.#key;
  }
}
