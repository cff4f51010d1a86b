import type { SlotSize } from '../../../domain/figures/report-span.ts';
import { serverNow } from '../../browser/clock.ts';
import { isoDay } from '../../words/times.ts';

export const rangeNames = ['today', 'yesterday', 'week', 'month', 'year', 'own'] as const;
export type RangeName = (typeof rangeNames)[number];

/** Days of the reader's zone, both included, and by what they are cut. */
export interface DayRange {
  from: string;
  to: string;
  by: SlotSize;
}

export interface ChosenRange extends DayRange {
  name: RangeName;
  /** Into what this many days may be cut. */
  sizes: readonly SlotSize[];
}

const dayMilliseconds = 86_400_000;

/** The range that the address names; `own` is what stands there as from and to. */
export function rangeOf(query: Readonly<Record<string, string>>): ChosenRange {
  const name = rangeNames.find((it) => it === query.range) ?? 'today';
  const days = daysOf(name, query);
  const count = (Date.parse(days.to) - Date.parse(days.from)) / dayMilliseconds + 1;
  const { sizes, usual } = sizesOf(count);
  return { name, ...days, sizes, by: sizes.find((it) => it === query.by) ?? usual };
}

function daysOf(
  name: RangeName,
  query: Readonly<Record<string, string>>,
): Pick<DayRange, 'from' | 'to'> {
  const today = isoDay(serverNow());
  switch (name) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: daysBefore(today, 1), to: daysBefore(today, 1) };
    case 'week':
      return { from: daysBefore(today, 6), to: today };
    case 'month':
      return { from: daysBefore(today, 29), to: today };
    case 'year':
      return { from: daysBefore(today, 364), to: today };
    case 'own':
      return { from: query.from ?? daysBefore(today, 6), to: query.to ?? today };
    default:
      return name satisfies never;
  }
}

/** So many bars that an eye takes them in. */
function sizesOf(days: number): { sizes: SlotSize[]; usual: SlotSize } {
  if (days <= 1) return { sizes: ['hour'], usual: 'hour' };
  if (days <= 7) return { sizes: ['hour', 'day'], usual: 'day' };
  if (days <= 31) return { sizes: ['hour', 'day', 'week'], usual: 'day' };
  if (days <= 120) return { sizes: ['day', 'week', 'month'], usual: 'week' };
  return { sizes: ['day', 'week', 'month'], usual: 'month' };
}

function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(day) - count * dayMilliseconds).toISOString().slice(0, 10);
}
