import type { Journal, Metric, Timing } from '../../ports/journal.ts';

type Ids = Parameters<Journal['note']>[1];

/** Keeps what was counted, timed and noted, for a test to look at. */
export class MemoryJournal implements Journal {
  readonly timings: { metric: Timing; milliseconds: number }[] = [];
  readonly notes: { event: string; ids: Ids }[] = [];
  readonly #counts = new Map<Metric, number>();

  count(metric: Metric): void {
    this.#counts.set(metric, this.counted(metric) + 1);
  }

  time(metric: Timing, milliseconds: number): void {
    this.timings.push({ metric, milliseconds });
  }

  note(event: string, ids: Ids): void {
    this.notes.push({ event, ids });
  }

  counted(metric: Metric): number {
    return this.#counts.get(metric) ?? 0;
  }
}
