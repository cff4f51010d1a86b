import type { RowKey } from '../../../lambdas/domain/row/row.ts';
import type { FollowedWrites, Standing } from '../../../lambdas/ports/rows/followed-writes.ts';
import type { ExactKey } from '../../../lambdas/ports/rows/rows.ts';

export class MemoryFollowedWrites implements FollowedWrites {
  readonly #last = new Map<string, bigint>();

  async note(row: RowKey | ExactKey, sequence: string): Promise<Standing> {
    const [place, last = -1n] = [BigInt(sequence), this.#last.get(nameOf(row))];
    if (place < last) return 'overtaken';
    this.#last.set(nameOf(row), place);
    return place === last ? 'again' : 'first';
  }

  async forget(row: RowKey | ExactKey, sequence: string): Promise<void> {
    if (this.#last.get(nameOf(row)) === BigInt(sequence)) this.#last.delete(nameOf(row));
  }
}

function nameOf({ task, Id }: RowKey | ExactKey): string {
  return `${task}.${Id}`;
}
