import type { Gauge, Journal, Metric, Timing } from '../../../lambdas/ports/records/journal.ts';

type Ids = Parameters<Journal['note']>[1];

/** Keeps what was counted, timed, gauged, noted and failed, for a test to look at. */
export class MemoryJournal implements Journal {
  readonly timings: { metric: Timing; milliseconds: number }[] = [];
  readonly failures: { error: unknown; ids: Ids }[] = [];
  readonly notes: { event: string; ids: Ids }[] = [];
  readonly #counts = new Map<Metric, number>();
  readonly #gauges = new Map<Gauge, number>();

  count(metric: Metric, times = 1): void {
    this.#counts.set(metric, this.counted(metric) + times);
  }

  time(metric: Timing, milliseconds: number): void {
    this.timings.push({ metric, milliseconds });
  }

  gauge(metric: Gauge, value: number): void {
    this.#gauges.set(metric, value);
  }

  note(event: string, ids: Ids): void {
    this.notes.push({ event, ids });
  }

  failed(error: unknown, ids: Ids): void {
    this.failures.push({ error, ids });
  }

  counted(metric: Metric): number {
    return this.#counts.get(metric) ?? 0;
  }

  /** As it was gauged last; undefined if never. */
  gauged(metric: Gauge): number | undefined {
    return this.#gauges.get(metric);
  }
}
