import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Figures } from '../../../contract/board.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { RefusalNotice } from '../../parts/notice.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { ask, type Refusal } from '../../shell/api/ask.ts';
import { onLiveReturn } from '../../shell/live.ts';
import { ownZone, zoneCity } from '../../words/times.ts';
import { PageHead } from '../page-head.tsx';
import { place, refine } from '../place.ts';
import { TaskFilter } from '../task-filter.tsx';
import { LatenessPanel } from './lateness-panel.tsx';
import { OutcomeChart } from './outcome-chart.tsx';
import { OutcomeDetails } from './outcome-details.tsx';
import { sumOf } from './outcome-groups.ts';
import { RangePicker } from './range-picker.tsx';
import { type DayRange, rangeOf } from './report-range.ts';
import { ReportTiles } from './report-tiles.tsx';
import { reportWords } from './report-words.ts';

const shown = signal<{ name: string; figures: Figures } | undefined>();
const problem = signal<Refusal | undefined>();

export function ReportsPage() {
  const words = reportWords();
  const { task = '', ...query } = place.value.query;
  const range = rangeOf(query);
  const name = `${task} ${range.from} ${range.to}`;
  const fetchNow = () => void fetchFigures(name, range, task);
  useEffect(() => {
    fetchNow();
    return onLiveReturn(fetchNow);
  }, [name]);
  return (
    <>
      <PageHead title={words.title} note={words.zone(zoneCity(ownZone))}>
        <TaskFilter value={task} onChange={(it) => refine({ task: it })} />
      </PageHead>
      <RangePicker range={range} />
      {problem.value && <RefusalNotice refusal={problem.value} retry={fetchNow} />}
      {shown.value?.name === name ? (
        <Shown figures={shown.value.figures} byHour={range.from === range.to} />
      ) : (
        problem.value === undefined && (
          <div class="panel">
            <Skeleton lines={8} />
          </div>
        )
      )}
    </>
  );
}

async function fetchFigures(name: string, { from, to }: DayRange, task: string): Promise<void> {
  const query = { from, to, timeZone: ownZone, ...(task !== '' && { task }) };
  const answer = await ask<Figures>('POST', '/figures', query);
  problem.value = answer.kind === 'done' ? undefined : answer;
  if (answer.kind === 'done') shown.value = { name, figures: answer.value };
}

function Shown({ figures, byHour }: { figures: Figures; byHour: boolean }) {
  const words = reportWords();
  if (sumOf(figures.totals.outcomes) === 0) {
    return (
      <section class="panel">
        <EmptyState icon="chart" title={words.empty}>
          {words.emptyText}
        </EmptyState>
      </section>
    );
  }
  return (
    <>
      <ReportTiles figures={figures} />
      <div class="figures">
        <OutcomeChart figures={figures} byHour={byHour} />
        <OutcomeDetails outcomes={figures.totals.outcomes} />
        <LatenessPanel figures={figures} />
      </div>
    </>
  );
}
