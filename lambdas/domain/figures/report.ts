import type { Instant } from '../basics/instant.ts';
import { type CountedAnswer, readAnswerName } from './counted-answers.ts';
import { type DaySums, noDaySums, noSums, type Sums } from './day-sums.ts';
import { addUp } from './number-tree.ts';
import { hoursOf, type ReportDay, type SlotSize } from './report-span.ts';

export interface Report {
  slots: Slot[];
  totals: Sums;
  lateness: { operator: Spread | undefined; customer: Spread | undefined };
  histogram: Bar[];
  operators: (Sums & { operator: string })[];
  answers: (CountedAnswer & { count: number })[];
}

export type Slot = Sums & { from: Instant };

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

export interface CountedDay {
  day: ReportDay;
  sums: DaySums;
}

const barEnds = [20, 50, 100, 250, 500, 1000, 5000, 30_000, 300_000];

/** What days come to, in slots of this size and in all. */
export function reportOf(days: readonly CountedDay[], by: SlotSize): Report {
  const { hours, operators, lateness, answers } = addUp<DaySums>([
    noDaySums,
    ...days.map(({ sums }) => sums),
  ]);
  return {
    slots: slotsOf(days, by),
    totals: addUp([noSums, ...Object.values(hours)]),
    lateness: { operator: spreadOf(lateness.operator), customer: spreadOf(lateness.customer) },
    histogram: histogramOf(lateness.customer),
    operators: Object.entries(operators).map(([operator, sums]) => ({ operator, ...sums })),
    answers: Object.entries(answers).map(([name, count]) => ({ ...readAnswerName(name), count })),
  };
}

function slotsOf(days: readonly CountedDay[], by: SlotSize): Slot[] {
  if (by === 'hour') return days.flatMap(hourSlots);
  const groups = Map.groupBy(days, ({ day }) => slotOf(day, by));
  return [...groups.values()].map((of) => {
    const hours = of.flatMap(({ sums }) => Object.values(sums.hours));
    return { from: of[0]?.day.from ?? 0, ...addUp([noSums, ...hours]) };
  });
}

function hourSlots({ day, sums }: CountedDay): Slot[] {
  return hoursOf(day).map((from, hour) => ({ from, ...(sums.hours[hour] ?? noSums) }));
}

/** What days of one slot have in common. Weeks begin on Mondays (ISO 8601). */
function slotOf({ date }: ReportDay, by: Exclude<SlotSize, 'hour'>): string {
  switch (by) {
    case 'day':
      return date;
    case 'month':
      return date.slice(0, 'YYYY-MM'.length);
    case 'week': {
      const at = new Date(date);
      at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
      return at.toISOString();
    }
    default:
      return by satisfies never;
  }
}

type Counts = Readonly<Record<string, number>>;

function sorted(counts: Counts): { late: number; count: number }[] {
  return Object.entries(counts)
    .map(([late, count]) => ({ late: Number(late), count }))
    .sort((a, b) => a.late - b.late);
}

function spreadOf(counts: Counts): Spread | undefined {
  const values = sorted(counts);
  const count = values.reduce((sum, it) => sum + it.count, 0);
  if (count === 0) return undefined;
  const percentile = (part: number) => valueAt(values, Math.max(1, Math.ceil(count * part)));
  const [p50, p95, p99, max] = [0.5, 0.95, 0.99, 1].map(percentile) as [
    number,
    number,
    number,
    number,
  ];
  return { count, p50, p95, p99, max };
}

/** The value that so many of all do not exceed. */
function valueAt(values: readonly { late: number; count: number }[], place: number): number {
  let passed = 0;
  for (const { late, count } of values) {
    passed += count;
    if (passed >= place) return late;
  }
  return 0;
}

function histogramOf(counts: Counts): Bar[] {
  const values = sorted(counts);
  return [...barEnds, undefined].map((upTo, index) => {
    const above = index === 0 ? Number.NEGATIVE_INFINITY : (barEnds[index - 1] as number);
    const within = values.filter(
      ({ late }) => late > above && (upTo === undefined || late <= upTo),
    );
    return { upTo, count: within.reduce((sum, it) => sum + it.count, 0) };
  });
}
