import type { Figures } from '../../../contract/board.ts';
import { now } from '../../browser/clock.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { numberText } from '../../words/dictionary.ts';
import { clockTime, dayName } from '../../words/times.ts';
import { BarChart } from './bar-chart.tsx';
import { ChartPanel } from './chart-panel.tsx';
import { inGroups, outcomeGroups, sumOf } from './outcome-groups.ts';
import { reportWords } from './report-words.ts';

type Slot = Figures['slots'][number];

/** What came of the attempts, hour by hour or day by day. */
export function OutcomeChart({ figures, byHour }: { figures: Figures; byHour: boolean }) {
  const words = reportWords();
  const { slots, totals } = figures;
  const all = sumOf(totals.outcomes);
  const text = words.outcomesText(numberText(totals.outcomes.reached ?? 0), numberText(all));
  const legend = outcomeGroups.map((name) => ({ name, label: words.groups[name] }));
  const nameOf = ({ from }: Slot) =>
    byHour ? clockTime(from) : dayName(from, undefined, now.value);
  const bars = slots.map((slot) => {
    const groups = inGroups(slot.outcomes);
    const parts = outcomeGroups.map((name) => ({ name, value: groups[name] }));
    const told = parts.map(({ name, value }) => `${words.groups[name]}: ${numberText(value)}`);
    return { label: shortLabel(slot, byHour), title: [nameOf(slot), ...told].join('\n'), parts };
  });
  const title = `${words.outcomes} ${byHour ? words.byHour : words.byDay}`;
  return (
    <ChartPanel
      title={title}
      note={text}
      legend={legend}
      chart={<BarChart title={title} description={text} bars={bars} />}
      table={<OutcomeTable title={title} slots={slots} nameOf={nameOf} />}
    />
  );
}

/** Of a day only its number is read below a bar, of an hour only the hour. */
function shortLabel({ from }: Slot, byHour: boolean): string {
  if (byHour) return clockTime(from);
  return dayName(from, undefined, now.value).replace(/^[^\d]*(\d+ \S+).*$/, '$1');
}

interface OutcomeTableProps {
  title: string;
  slots: readonly Slot[];
  nameOf: (slot: Slot) => string;
}

function OutcomeTable({ title, slots, nameOf }: OutcomeTableProps) {
  const words = reportWords();
  const groupColumns = outcomeGroups.map((name) => ({
    key: name,
    label: words.groups[name],
    cell: ({ outcomes }: Slot) => numberText(inGroups(outcomes)[name]),
  }));
  return (
    <DataTable
      caption={title}
      items={slots.filter(({ outcomes }) => sumOf(outcomes) > 0)}
      keyOf={({ from }) => from}
      columns={[
        { key: 'time', label: words.time, cell: nameOf },
        ...groupColumns,
        { key: 'all', label: words.all, cell: ({ outcomes }) => numberText(sumOf(outcomes)) },
      ]}
    />
  );
}
