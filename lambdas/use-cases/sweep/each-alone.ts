import type { Instant } from '../../domain/basics/instant.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Journal } from '../../ports/records/journal.ts';

/** So many at once: a sweep is bounded by waiting, not by work. */
const workers = 20;

export interface AloneWork<Item> {
  work: (item: Item) => Promise<void>;
  /** Names an item in the log. */
  idsOf: (item: Item) => Parameters<Journal['note']>[1];
  /** No more are begun from then on: the next run goes on. */
  endsAt?: Instant;
}

/**
 * Takes items beside each other, each for itself: what fails is counted and logged, and the rest goes
 * on. The one place where a use case catches what it does not know: a sweep must not end at a row.
 */
export async function eachAlone<Item>(
  { clock, journal }: Pick<Ports, 'clock' | 'journal'>,
  items: Iterable<Item> | AsyncIterable<Item>,
  { work, idsOf, endsAt }: AloneWork<Item>,
): Promise<void> {
  const running = new Set<Promise<void>>();
  for await (const item of items) {
    if (endsAt !== undefined && clock.now() >= endsAt) break;
    const ended = work(item)
      .catch((error: unknown) => journal.failed(error, idsOf(item)))
      .finally(() => running.delete(ended));
    running.add(ended);
    if (running.size >= workers) await Promise.race(running);
  }
  await Promise.all(running);
}
