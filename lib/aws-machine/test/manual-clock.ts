import type { Clock } from '../src/base/clock.ts';

/** A clock that stands still until it is moved. */
export class ManualClock implements Clock {
  #now: number;
  readonly #alarms = new Set<{ instant: number; run: () => void }>();

  constructor(start: string) {
    this.#now = Date.parse(start);
  }

  now(): number {
    return this.#now;
  }

  at(instant: number, run: () => void): () => void {
    const alarm = { instant, run };
    this.#alarms.add(alarm);
    return () => this.#alarms.delete(alarm);
  }

  /** Moves to an instant, letting everything happen in order on the way. */
  async moveTo(instant: string): Promise<void> {
    const end = Date.parse(instant);
    for (let alarm = this.#next(end); alarm; alarm = this.#next(end)) {
      this.#alarms.delete(alarm);
      this.#now = Math.max(this.#now, alarm.instant);
      alarm.run();
      await settled();
    }
    this.#now = end;
  }

  #next(end: number) {
    const due = [...this.#alarms].filter(({ instant }) => instant <= end);
    return due.toSorted((a, b) => a.instant - b.instant)[0];
  }
}

/** Lets promises that need no outside event run to their end. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
