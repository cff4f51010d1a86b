import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Figures } from '../../../contract/board.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Notice, RefusalNotice } from '../../parts/notice.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { ask, type Refusal } from '../../shell/api/ask.ts';
import { onLiveReturn } from '../../shell/live.ts';
import { counted } from '../../words/dictionary.ts';
import { ownZone, zoneCity } from '../../words/times.ts';
import { PageHead } from '../page-head.tsx';
import { place, refine } from '../place.ts';
import { TaskFilter } from '../task-filter.tsx';
import { AnswerTable } from './answer-table.tsx';
import { OutcomeChart } from './charts/outcome-chart.tsx';
import { sumOf } from './charts/outcome-groups.ts';
import { PromiseChart } from './charts/promise-chart.tsx';
import { LatenessPanel } from './lateness-panel.tsx';
import { OperatorTable } from './operator-table.tsx';
import { OutcomeDetails } from './outcome-details.tsx';
import { RangePicker } from './range-picker.tsx';
import { type ChosenRange, type DayRange, rangeOf } from './report-range.ts';
import { ReportTiles } from './report-tiles.tsx';
import { reportWords } from './report-words.ts';

const shown = signal<{ name: string; figures: Figures } | undefined>();
const problem = signal<Refusal | undefined>();

export function ReportsPage() {
  const words = reportWords();
  const { task = '', ...query } = place.value.query;
  const range = rangeOf(query);
  const name = `${task} ${range.from} ${range.to} ${range.by}`;
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
        <Shown figures={shown.value.figures} range={range} />
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

/** Days that are counted for the first time may take longer than a request has: asked again, they go on. */
async function fetchFigures(name: string, days: DayRange, task: string): Promise<void> {
  asked = name;
  const { from, to, by } = days;
  const query = { from, to, by, timeZone: ownZone, withAnswers: true, withBefore: true };
  for (let left = 1; left > 0 && asked === name; ) {
    const answer = await ask('POST', '/figures', {
      ...query,
      ...(task !== '' && { task }),
    });
    if (asked !== name) return;
    problem.value = answer.kind === 'done' ? undefined : answer;
    if (answer.kind !== 'done') return;
    shown.value = { name, figures: answer.value };
    left = answer.value.daysLeft;
  }
}

/** What was asked for last: answers to an earlier question are not shown. */
let asked = '';

function Shown({ figures, range }: { figures: Figures; range: ChosenRange }) {
  const words = reportWords();
  const { totals, daysLeft } = figures;
  const isEmpty = sumOf(totals.outcomes) + totals.onTime + totals.late === 0;
  if (isEmpty && daysLeft === 0) {
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
      {daysLeft > 0 && (
        <Notice tone="info">{words.counting(counted(daysLeft, words.dayForms))}</Notice>
      )}
      <ReportTiles figures={figures} />
      <div class="figures">
        <OutcomeChart figures={figures} range={range} />
        <OutcomeDetails outcomes={figures.totals.outcomes} />
        <PromiseChart figures={figures} range={range} />
        <AnswerTable answers={figures.answers} />
        <OperatorTable operators={figures.operators} />
        <LatenessPanel figures={figures} />
      </div>
    </>
  );
}
