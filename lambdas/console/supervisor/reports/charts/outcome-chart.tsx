import type { Figures } from '../../../../contract/board.ts';
import type { Column } from '../../../parts/data-table.tsx';
import { numberText } from '../../../words/dictionary.ts';
import type { ChosenRange } from '../report-range.ts';
import { reportWords } from '../report-words.ts';
import { inGroups, outcomeGroups, sumOf } from './outcome-groups.ts';
import { SlotChart } from './slot-chart.tsx';
import type { Slot } from './slot-names.ts';

interface OutcomeChartProps {
  figures: Figures;
  range: ChosenRange;
}

/** What came of the attempts, slot by slot. */
export function OutcomeChart({ figures: { slots, totals }, range }: OutcomeChartProps) {
  const words = reportWords();
  const all = sumOf(totals.outcomes);
  const columns: Column<Slot>[] = outcomeGroups.map((name) => ({
    key: name,
    label: words.groups[name],
    cell: ({ outcomes }) => numberText(inGroups(outcomes)[name]),
    value: ({ outcomes }) => inGroups(outcomes)[name],
  }));
  columns.push({
    key: 'all',
    label: words.all,
    cell: ({ outcomes }) => numberText(sumOf(outcomes)),
    value: ({ outcomes }) => sumOf(outcomes),
  });
  return (
    <SlotChart
      title={`${words.outcomes} ${words.by[range.by]}`}
      note={words.outcomesText(numberText(totals.outcomes.reached ?? 0), numberText(all))}
      range={range}
      slots={slots}
      partsOf={({ outcomes }) => {
        const groups = inGroups(outcomes);
        return outcomeGroups.map((name) => ({ name, value: groups[name] }));
      }}
      labels={words.groups}
      columns={columns}
    />
  );
}
