import { serverNow } from '../../browser/clock.ts';
import { isoDay } from '../../words/times.ts';

export const rangeNames = ['today', 'yesterday', 'week', 'month', 'own'] as const;
export type RangeName = (typeof rangeNames)[number];

/** Days of the reader's zone, both included. */
export interface DayRange {
  from: string;
  to: string;
}

const dayMilliseconds = 86_400_000;

/** The range that the address names; `own` is what stands there as from and to. */
export function rangeOf(query: Readonly<Record<string, string>>): DayRange & { name: RangeName } {
  const name = rangeNames.find((it) => it === query.range) ?? 'today';
  const today = isoDay(serverNow());
  switch (name) {
    case 'today':
      return { name, from: today, to: today };
    case 'yesterday':
      return { name, from: daysBefore(today, 1), to: daysBefore(today, 1) };
    case 'week':
      return { name, from: daysBefore(today, 6), to: today };
    case 'month':
      return { name, from: daysBefore(today, 29), to: today };
    case 'own':
      return { name, from: query.from ?? daysBefore(today, 6), to: query.to ?? today };
    default:
      return name satisfies never;
  }
}

function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(day) - count * dayMilliseconds).toISOString().slice(0, 10);
}
