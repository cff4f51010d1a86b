import type { Figures as ShownFigures } from '../../contract/board.ts';
import type { Figures } from '../../domain/figures.ts';
import { toIso } from '../../domain/instant.ts';

export function showFigures({ slots, totals, lateness, histogram }: Figures): ShownFigures {
  return {
    slots: slots.map(({ from, ...sums }) => ({ from: toIso(from), ...sums })),
    totals,
    lateness: { operator: lateness.operator ?? null, customer: lateness.customer ?? null },
    histogram: histogram.map(({ upTo, count }) => ({ upTo: upTo ?? null, count })),
  };
}
