import { useEffect } from 'preact/hooks';
import type { ListedCall } from '../../../contract/customers.ts';
import { outcomeNames } from '../../../domain/attempt/outcomes.ts';
import { Button } from '../../parts/button.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { SelectField, TextField } from '../../parts/field.tsx';
import { RefusalNotice } from '../../parts/notice.tsx';
import { SaveMenu } from '../../parts/saving/save-menu.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { onLiveReturn } from '../../shell/live.ts';
import { outcomeName } from '../../words/call-words.ts';
import { presentOperators } from '../directory.ts';
import { PageHead } from '../page-head.tsx';
import { place, refine } from '../place.ts';
import { supervisorWords } from '../supervisor-words.ts';
import { TaskFilter } from '../task-filter.tsx';
import { callColumns, callFileColumns } from './call-columns.tsx';
import { callListWords } from './call-list-words.ts';
import {
  allCalls,
  type CallWish,
  callsProblem,
  callWishOf,
  fetchCalls,
  fetchMoreCalls,
  held,
} from './listed-calls.ts';

/** Calls that ended, found and saved with their answers. */
export function CallsPage() {
  const words = callListWords();
  const wish = callWishOf(place.value.query);
  const asked = JSON.stringify(wish);
  useEffect(() => {
    const fetchNow = () => void fetchCalls(wish);
    fetchNow();
    return onLiveReturn(fetchNow);
  }, [asked]);
  return (
    <>
      <PageHead title={words.title} note={words.note}>
        <TaskFilter value={wish.task ?? ''} onChange={(task) => refine({ task })} />
        <SaveMenu
          name={`${words.title} ${wish.from} – ${wish.to}`}
          columns={(calls: readonly ListedCall[]) => callFileColumns(calls)}
          items={() => allCalls(wish)}
        />
      </PageHead>
      <section class="panel">
        <header class="customer-search">
          <Filters wish={wish} />
        </header>
        <Listed wish={wish} asked={asked} />
      </section>
    </>
  );
}

function Filters({ wish: { from, to, operator = '', outcome = '' } }: { wish: CallWish }) {
  const words = callListWords();
  const people = presentOperators().map(({ id, name }) => ({ value: id, label: name }));
  const outcomes = outcomeNames.map((value) => ({ value, label: outcomeName(value) }));
  return (
    <div class="customer-filters">
      <TextField
        label={words.from}
        type="date"
        value={from}
        onInput={(value) => value !== '' && refine({ from: value, to: value > to ? value : to })}
      />
      <TextField
        label={words.to}
        type="date"
        value={to}
        min={from}
        onInput={(value) => value !== '' && refine({ from, to: value })}
      />
      <SelectField
        label={words.operator}
        value={operator}
        options={[{ value: '', label: words.anyOperator }, ...people]}
        onChange={(value) => refine({ operator: value })}
      />
      <SelectField
        label={words.outcome}
        value={outcome}
        options={[{ value: '', label: words.anyOutcome }, ...outcomes]}
        onChange={(value) => refine({ outcome: value })}
      />
    </div>
  );
}

function Listed({ wish, asked }: { wish: CallWish; asked: string }) {
  const words = callListWords();
  const problem = callsProblem.value;
  if (problem) return <RefusalNotice refusal={problem} retry={() => void fetchCalls(wish)} />;
  const shown = held.value?.asked === asked ? held.value : undefined;
  if (shown === undefined) return <Skeleton lines={6} />;
  if (shown.calls.length === 0) return <EmptyState icon="handset" title={words.none} />;
  return (
    <>
      <DataTable
        caption={words.title}
        items={shown.calls}
        keyOf={({ id }) => id}
        columns={callColumns()}
      />
      {shown.cursor !== undefined && (
        <div class="more">
          <Button onClick={() => void fetchMoreCalls(wish)}>{supervisorWords().more}</Button>
        </div>
      )}
    </>
  );
}
