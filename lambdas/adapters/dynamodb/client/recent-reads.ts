import { type Instant, second } from '../../../domain/basics/instant.ts';
import type { Clock } from '../../../ports/clock.ts';

/** How long what was read may be used, in milliseconds. */
const freshFor = 5 * second;

interface Read {
  value: Promise<unknown>;
  until: Instant;
}

/**
 * Remembers what was read a moment ago; those who ask for the same at the same time share one read.
 * What was not there is not remembered: a row may follow its new task by less than a second.
 */
export class RecentReads {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #reads = new Map<string, Read>();

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  get<Value>(key: string, read: () => Promise<Value>): Promise<Value> {
    const now = this.#clock.now();
    const recent = this.#reads.get(key);
    if (recent !== undefined && now < recent.until) return recent.value as Promise<Value>;
    const value = read();
    this.#reads.set(key, { value, until: now + freshFor });
    value.then(
      (found) => found === undefined && this.#reads.delete(key),
      () => this.#reads.delete(key),
    );
    return value;
  }

  forget(): void {
    this.#reads.clear();
  }
}
