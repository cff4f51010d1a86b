import type { Figures } from '../../../contract/board.ts';
import { type Column, DataTable, savedColumns } from '../../parts/data-table.tsx';
import { SaveMenu } from '../../parts/saving/save-menu.tsx';
import { counted, numberText } from '../../words/dictionary.ts';
import { BarChart } from './charts/bar-chart.tsx';
import { ChartPanel } from './charts/chart-panel.tsx';
import { millisecondsText } from './milliseconds-text.ts';
import { reportWords } from './report-words.ts';

type Spread = NonNullable<Figures['lateness']['customer']>;
type Bucket = Figures['histogram'][number];

/** How late customers were dialled, and operators rung. */
export function LatenessPanel({ figures: { lateness, histogram } }: { figures: Figures }) {
  const words = reportWords();
  if (histogram.every(({ count }) => count === 0)) {
    return (
      <section class="panel">
        <header>
          <h3>{words.lateness}</h3>
        </header>
        <p class="panel-text soft">{words.notMeasured}</p>
      </section>
    );
  }
  const buckets = histogram.map((bucket, at) => ({ ...bucket, label: labelOf(histogram, at) }));
  return (
    <>
      <HistogramPanel buckets={buckets} />
      <SpreadPanel lateness={lateness} />
    </>
  );
}

function HistogramPanel({ buckets }: { buckets: readonly NamedBucket[] }) {
  const { histogram: title, latenessText: note, callForms } = reportWords();
  const bars = buckets.map(({ label, count }) => ({
    label,
    title: `${label}: ${counted(count, callForms)}`,
    parts: [{ name: 'late', value: count }],
  }));
  return (
    <ChartPanel
      title={title}
      note={note}
      chart={<BarChart title={title} description={note} bars={bars} />}
      table={<BucketTable buckets={buckets} />}
      save={<SaveMenu name={title} columns={savedColumns(bucketColumns())} items={buckets} />}
    />
  );
}

function SpreadPanel({ lateness }: Pick<Figures, 'lateness'>) {
  const { lateness: title } = reportWords();
  return (
    <section class="panel">
      <header>
        <h3>{title}</h3>
        <SaveMenu
          name={title}
          columns={savedColumns(spreadColumns(lateness))}
          items={spreadLines()}
        />
      </header>
      <SpreadTable lateness={lateness} />
    </section>
  );
}

function labelOf(histogram: readonly Bucket[], at: number): string {
  const words = reportWords();
  const upTo = histogram[at]?.upTo;
  if (upTo !== null && upTo !== undefined) return words.upTo(millisecondsText(upTo));
  return words.above(millisecondsText(histogram[at - 1]?.upTo ?? 0));
}

type NamedBucket = Bucket & { label: string };

function BucketTable({ buckets }: { buckets: readonly NamedBucket[] }) {
  return (
    <DataTable
      caption={reportWords().histogram}
      items={buckets}
      keyOf={({ label }) => label}
      columns={bucketColumns()}
    />
  );
}

function bucketColumns(): Column<NamedBucket>[] {
  const words = reportWords();
  return [
    { key: 'label', label: words.late, cell: ({ label }) => label },
    {
      key: 'count',
      label: words.calls,
      cell: ({ count }) => numberText(count),
      value: ({ count }) => count,
    },
  ];
}

interface SpreadLine {
  label: string;
  text: (spread: Spread) => string;
}

/** One line for each percentile, so that the two stand beside each other. */
function spreadLines(): SpreadLine[] {
  const words = reportWords();
  return [
    { label: words.count, text: ({ count }) => numberText(count) },
    { label: words.half, text: ({ p50 }) => millisecondsText(p50) },
    { label: words.most, text: ({ p95 }) => millisecondsText(p95) },
    { label: words.nearlyAll, text: ({ p99 }) => millisecondsText(p99) },
    { label: words.max, text: ({ max }) => millisecondsText(max) },
  ];
}

function spreadColumns({ customer, operator }: Figures['lateness']): Column<SpreadLine>[] {
  const words = reportWords();
  return [
    { key: 'name', label: words.measure, cell: ({ label }) => label },
    { key: 'customer', label: words.customer, cell: ({ text }) => spreadText(customer, text) },
    { key: 'operator', label: words.operator, cell: ({ text }) => spreadText(operator, text) },
  ];
}

function SpreadTable({ lateness }: { lateness: Figures['lateness'] }) {
  return (
    <DataTable
      caption={reportWords().lateness}
      items={spreadLines()}
      keyOf={({ label }) => label}
      columns={spreadColumns(lateness)}
    />
  );
}

function spreadText(spread: Spread | null, text: (spread: Spread) => string): string {
  return spread === null ? '—' : text(spread);
}
