import type { Figures } from '../../../../contract/board.ts';
import type { Column } from '../../../parts/data-table.tsx';
import { numberText } from '../../../words/dictionary.ts';
import type { ChosenRange } from '../report-range.ts';
import { reportWords } from '../report-words.ts';
import { shareText } from './share-text.ts';
import { SlotChart } from './slot-chart.tsx';
import type { Slot } from './slot-names.ts';

const causes = ['ours', 'operators', 'customer', 'rules'] as const;
const parts = ['on-time', ...causes.map((cause) => `late-${cause}` as const)] as const;
type Part = (typeof parts)[number];

/** How promises were kept, slot by slot, and whose doing the late ones are. */
export function PromiseChart({ figures, range }: { figures: Figures; range: ChosenRange }) {
  const words = reportWords();
  const { onTime, late } = figures.totals;
  if (onTime + late === 0) return null;
  const labels = Object.fromEntries(parts.map((part) => [part, nameOf(part)])) as Record<
    Part,
    string
  >;
  const columns: Column<Slot>[] = parts.map((part) => ({
    key: part,
    label: labels[part],
    cell: (slot) => numberText(countOf(slot, part)),
    value: (slot) => countOf(slot, part),
  }));
  columns.push({
    key: 'share',
    label: words.onTime,
    cell: (slot) => shareOf(slot),
  });
  return (
    <SlotChart
      title={`${words.promises} ${words.by[range.by]}`}
      note={words.onTimeNote(numberText(onTime), numberText(onTime + late))}
      range={range}
      slots={figures.slots}
      partsOf={(slot) => parts.map((name) => ({ name, value: countOf(slot, name) }))}
      labels={labels}
      columns={columns}
    />
  );
}

function nameOf(part: Part): string {
  const words = reportWords();
  if (part === 'on-time') return words.onTime;
  return words.lateBy[causeOf(part)];
}

function causeOf(part: Exclude<Part, 'on-time'>): (typeof causes)[number] {
  return part.slice('late-'.length) as (typeof causes)[number];
}

function countOf({ onTime, delays }: Slot, part: Part): number {
  return part === 'on-time' ? onTime : (delays[causeOf(part)] ?? 0);
}

function shareOf({ onTime, late }: Slot): string {
  return onTime + late === 0 ? '' : shareText(onTime / (onTime + late));
}
