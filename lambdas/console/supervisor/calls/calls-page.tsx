import type { ListedCall } from '../../../contract/customers.ts';
import { outcomeNames } from '../../../domain/attempt/outcomes.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { SelectField } from '../../parts/field.tsx';
import { RefusalNotice } from '../../parts/notice.tsx';
import { SaveMenu } from '../../parts/saving/save-menu.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { outcomeName } from '../../words/call-words.ts';
import { DaySpanFields } from '../day-span-fields.tsx';
import { presentOperators } from '../directory.ts';
import { ListEnd } from '../list-end.tsx';
import { PageHead } from '../page-head.tsx';
import { place, refine } from '../place.ts';
import { TaskFilter } from '../task-filter.tsx';
import { usePagedList } from '../use-paged-list.ts';
import { callColumns, callFileColumns } from './call-columns.tsx';
import { callListWords } from './call-list-words.ts';
import { type CallWish, callWishOf, listedCalls } from './listed-calls.ts';

/** Calls that ended, found and saved with their answers. */
export function CallsPage() {
  const words = callListWords();
  const wish = callWishOf(place.value.query);
  usePagedList(listedCalls, wish);
  return (
    <>
      <PageHead title={words.title} note={words.note}>
        <TaskFilter value={wish.task ?? ''} onChange={(task) => refine({ task })} />
        <SaveMenu
          name={`${words.title} ${wish.from} – ${wish.to}`}
          columns={(calls: readonly ListedCall[]) => callFileColumns(calls)}
          items={() => listedCalls.all(wish)}
        />
      </PageHead>
      <section class="panel">
        <header class="customer-search">
          <Filters wish={wish} />
        </header>
        <Listed wish={wish} />
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
      <DaySpanFields from={from} to={to} />
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

function Listed({ wish }: { wish: CallWish }) {
  const words = callListWords();
  const problem = listedCalls.problem.value;
  if (problem)
    return <RefusalNotice refusal={problem} retry={() => void listedCalls.fetch(wish)} />;
  const shown = listedCalls.shownFor(wish);
  if (shown === undefined) return <Skeleton lines={6} />;
  if (shown.items.length === 0) return <EmptyState icon="handset" title={words.none} />;
  return (
    <>
      <DataTable
        caption={words.title}
        items={shown.items}
        keyOf={({ id }) => id}
        columns={callColumns()}
      />
      <ListEnd list={listedCalls} />
    </>
  );
}
