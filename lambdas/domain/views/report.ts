import type { Outcome } from '../attempt/outcomes.ts';
import type { Instant } from '../basics/instant.ts';
import type { Delay } from '../row/row.ts';
import { onTimeWithin } from '../settlement/promise-course.ts';
import type { OutcomeRecord } from './outcome-record.ts';
import type { ReportSpan } from './report-span.ts';

export interface Report {
  slots: Slot[];
  totals: Totals;
  lateness: { operator: Spread | undefined; customer: Spread | undefined };
  histogram: Bar[];
}

export type OutcomeCounts = Partial<Record<Outcome, number>>;

export interface Slot {
  from: Instant;
  outcomes: OutcomeCounts;
  talkSeconds: number;
}

export interface Totals {
  outcomes: OutcomeCounts;
  talkSeconds: number;
  /** Promises whose customer was dialled within a second. */
  onTime: number;
  /** All others whose moment has come, dialled or not. */
  late: number;
  /** Whose doing the late ones are. */
  delays: Partial<Record<Delay, number>>;
}

/** A promise whose moment has come, and whose customer was not dialled: it waits, or was given up. */
export interface UndialledPromise {
  promisedFor: Instant;
  delayedBy?: Delay | undefined;
}

/** Milliseconds late. */
export interface Spread {
  count: number;
  p50: number;
  p95: number;
  p99: number;
  max: number;
}

/** How many were up to so many milliseconds late, and later than the bar before. */
export interface Bar {
  upTo: number | undefined;
  count: number;
}

const barEnds = [20, 50, 100, 250, 500, 1000, 5000, 30_000, 300_000];

/** What the outcomes of a span of time add up to; those outside of it do not count. */
export function reportOf(
  records: readonly OutcomeRecord[],
  span: ReportSpan,
  undialled: readonly UndialledPromise[] = [],
): Report {
  const [first = 0] = span.bounds;
  const end = span.bounds.at(-1) ?? first;
  const within = records.filter(({ settledAt }) => settledAt >= first && settledAt < end);
  const customer = latenesses(within, 'customerLateMs');
  const isWithin = (it: UndialledPromise) => it.promisedFor >= first && it.promisedFor < end;
  const late = [...within.filter(isLate), ...undialled.filter(isWithin)];
  const onTime = customer.filter((it) => it <= onTimeWithin).length;
  return {
    slots: slotsOf(within, span.bounds),
    totals: { ...sumOf(within), onTime, late: late.length, delays: delaysOf(late) },
    lateness: {
      operator: spreadOf(latenesses(within, 'operatorLateMs')),
      customer: spreadOf(customer),
    },
    histogram: histogramOf(customer),
  };
}

function isLate({ customerLateMs = 0, neverDialled }: OutcomeRecord): boolean {
  return neverDialled !== undefined || customerLateMs > onTimeWithin;
}

/** What nobody else is known to have delayed is ours. */
function delaysOf(late: readonly { delayedBy?: Delay | undefined }[]): Totals['delays'] {
  const counts: Totals['delays'] = {};
  for (const { delayedBy = 'ours' } of late) counts[delayedBy] = (counts[delayedBy] ?? 0) + 1;
  return counts;
}

function slotsOf(records: readonly OutcomeRecord[], bounds: readonly Instant[]): Slot[] {
  return bounds.slice(0, -1).map((from, index) => {
    const to = bounds[index + 1] ?? from;
    return { from, ...sumOf(records.filter((it) => it.settledAt >= from && it.settledAt < to)) };
  });
}

function sumOf(records: readonly OutcomeRecord[]): Omit<Slot, 'from'> {
  const outcomes: OutcomeCounts = {};
  let talkSeconds = 0;
  for (const record of records) {
    outcomes[record.outcome] = (outcomes[record.outcome] ?? 0) + 1;
    talkSeconds += record.talkSeconds;
  }
  return { outcomes, talkSeconds };
}

function latenesses(
  records: readonly OutcomeRecord[],
  name: 'operatorLateMs' | 'customerLateMs',
): number[] {
  return records.flatMap((record) => record[name] ?? []).sort((a, b) => a - b);
}

/** The value that so large a part of all does not exceed. */
function percentile(sorted: readonly number[], part: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0;
}

function spreadOf(sorted: readonly number[]): Spread | undefined {
  if (sorted.length === 0) return undefined;
  return {
    count: sorted.length,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    p99: percentile(sorted, 0.99),
    max: percentile(sorted, 1),
  };
}

function histogramOf(sorted: readonly number[]): Bar[] {
  const ends = [...barEnds, undefined];
  return ends.map((upTo, index) => {
    const above = index === 0 ? Number.NEGATIVE_INFINITY : (barEnds[index - 1] as number);
    const count = sorted.filter((it) => it > above && (upTo === undefined || it <= upTo)).length;
    return { upTo, count };
  });
}
