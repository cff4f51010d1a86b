import type { Figures as ShownFigures } from '../../../contract/board.ts';
import { toIso } from '../../../domain/basics/instant.ts';
import type { Report } from '../../../domain/views/report.ts';

export function showFigures({ slots, totals, lateness, histogram }: Report): ShownFigures {
  return {
    slots: slots.map(({ from, ...sums }) => ({ from: toIso(from), ...sums })),
    totals,
    lateness: { operator: lateness.operator ?? null, customer: lateness.customer ?? null },
    histogram: histogram.map(({ upTo, count }) => ({ upTo: upTo ?? null, count })),
  };
}
