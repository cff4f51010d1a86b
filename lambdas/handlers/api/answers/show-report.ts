import type { Figures as ShownFigures } from '../../../contract/board.ts';
import { toIso } from '../../../domain/basics/instant.ts';
import type { Report } from '../../../domain/figures/report.ts';

export function showFigures(
  { slots, lateness, histogram, ...counts }: Report,
  more: Pick<ShownFigures, 'before' | 'daysLeft'>,
): ShownFigures {
  return {
    ...counts,
    ...more,
    slots: slots.map(({ from, ...sums }) => ({ from: toIso(from), ...sums })),
    lateness: { operator: lateness.operator ?? null, customer: lateness.customer ?? null },
    histogram: histogram.map(({ upTo, count }) => ({ upTo: upTo ?? null, count })),
  };
}
