import type { Instant } from '../../../lambdas/domain/basics/instant.ts';

interface Event {
  at: Instant;
  order: number;
  run: () => Promise<void>;
}

/** What is still to happen, in the order of time; at one instant, in the order in which it was planned. */
export class EventQueue {
  readonly #heap: Event[] = [];
  #planned = 0;

  plan(at: Instant, run: () => Promise<void>): void {
    this.#heap.push({ at, order: this.#planned++, run });
    let i = this.#heap.length - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!this.#isBefore(i, parent)) return;
      this.#swap(i, parent);
      i = parent;
    }
  }

  nextAt(): Instant | undefined {
    return this.#heap[0]?.at;
  }

  take(): Event | undefined {
    const first = this.#heap[0];
    const last = this.#heap.pop();
    if (first === undefined || last === undefined || first === last) return first;
    this.#heap[0] = last;
    this.#sink();
    return first;
  }

  #sink(): void {
    for (let i = 0; ; ) {
      const [left, right] = [2 * i + 1, 2 * i + 2];
      let least = i;
      if (left < this.#heap.length && this.#isBefore(left, least)) least = left;
      if (right < this.#heap.length && this.#isBefore(right, least)) least = right;
      if (least === i) return;
      this.#swap(i, least);
      i = least;
    }
  }

  #isBefore(i: number, j: number): boolean {
    const [a, b] = [this.#heap[i] as Event, this.#heap[j] as Event];
    return a.at < b.at || (a.at === b.at && a.order < b.order);
  }

  #swap(i: number, j: number): void {
    [this.#heap[i], this.#heap[j]] = [this.#heap[j] as Event, this.#heap[i] as Event];
  }
}
