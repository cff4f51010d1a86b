import { type Column, DataTable, savedColumns } from '../../../parts/data-table.tsx';
import { SaveMenu } from '../../../parts/saving/save-menu.tsx';
import { numberText } from '../../../words/dictionary.ts';
import type { ChosenRange } from '../report-range.ts';
import { reportWords } from '../report-words.ts';
import { BarChart } from './bar-chart.tsx';
import { ChartPanel } from './chart-panel.tsx';
import { type Slot, slotLabel, slotName } from './slot-names.ts';

export interface SlotChartProps<Part extends string> {
  title: string;
  note: string;
  range: ChosenRange;
  slots: readonly Slot[];
  partsOf: (slot: Slot) => readonly { name: Part; value: number }[];
  labels: Readonly<Record<Part, string>>;
  /** Of the table, after the time. */
  columns: readonly Column<Slot>[];
}

/** One bar a slot, in parts; the same as a table, and as a file. */
export function SlotChart<Part extends string>(props: SlotChartProps<Part>) {
  const { title, note, range, slots, partsOf, labels } = props;
  const words = reportWords();
  const nameOf = (slot: Slot) => slotName(slot, range.by, range.from === range.to ? 'one' : 'many');
  const time: Column<Slot> = { key: 'time', label: words.time, cell: nameOf };
  const columns = [time, ...props.columns];
  const bars = slots.map((slot) => {
    const parts = partsOf(slot);
    const told = parts.map(({ name, value }) => `${labels[name]}: ${numberText(value)}`);
    return { label: slotLabel(slot, range.by), title: [nameOf(slot), ...told].join('\n'), parts };
  });
  const isFilled = (slot: Slot) => partsOf(slot).some(({ value }) => value > 0);
  const legend = (Object.entries(labels) as [Part, string][]).map(([name, label]) => ({
    name,
    label,
  }));
  return (
    <ChartPanel
      title={title}
      note={note}
      legend={legend}
      save={<SaveMenu name={title} columns={savedColumns(columns)} items={slots} />}
      chart={<BarChart title={title} description={note} bars={bars} />}
      table={
        <DataTable
          caption={title}
          items={slots.filter(isFilled)}
          keyOf={({ from }) => from}
          columns={columns}
        />
      }
    />
  );
}
