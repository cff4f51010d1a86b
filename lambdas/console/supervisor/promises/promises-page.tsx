import { useEffect, useState } from 'preact/hooks';
import type { RowView } from '../../../contract/rows.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { RefusalNotice } from '../../parts/notice.tsx';
import { SaveMenu } from '../../parts/saving/save-menu.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { Tabs } from '../../parts/tabs.tsx';
import { onLive, onLiveReturn } from '../../shell/live.ts';
import { tasks } from '../directory.ts';
import { ListEnd } from '../list-end.tsx';
import { PageHead } from '../page-head.tsx';
import { place, refine } from '../place.ts';
import { rowFileColumns } from '../rows/row-file.ts';
import { keyText } from '../rows/row-table.tsx';
import { nothingChosen, type Selection, stillShown } from '../rows/selection.ts';
import { SelectionBar } from '../rows/selection-bar.tsx';
import { TaskFilter } from '../task-filter.tsx';
import {
  counts,
  fetchCounts,
  type ListName,
  type ListWish,
  listNames,
  promiseList,
} from './promise-lists.ts';
import { PromiseTable } from './promise-table.tsx';
import { promiseWords } from './promise-words.ts';

export function PromisesPage() {
  const words = promiseWords();
  const wish = wishOf(place.value.query);
  useEffect(() => followList(wish), [wish.which, wish.task]);
  const tabs = listNames.map((value) => ({ value, label: <TabLabel name={value} /> }));
  return (
    <>
      <PageHead title={words.title} note={words.note}>
        <TaskFilter value={wish.task} onChange={(task) => refine({ task })} />
        <SaveMenu
          name={words.lists[wish.which]}
          columns={rowFileColumns}
          items={() => promiseList.all(wish)}
        />
      </PageHead>
      <section class="panel promises">
        <Tabs
          label={words.title}
          value={wish.which}
          tabs={tabs}
          onChange={(which) => refine({ which })}
        />
        <div role="tabpanel" id={`panel-${wish.which}`} aria-label={words.lists[wish.which]}>
          <ShownList key={`${wish.which} ${wish.task}`} wish={wish} />
        </div>
      </section>
    </>
  );
}

function wishOf({ which, task = '' }: Readonly<Record<string, string>>): ListWish {
  return { which: listNames.find((it) => it === which) ?? 'today', task };
}

function TabLabel({ name }: { name: ListName }) {
  const found = counts.value[name];
  return (
    <>
      {promiseWords().lists[name]}
      {found !== undefined && found.count > 0 && (
        <span class="tab-count" data-tone={name === 'orphaned' ? 'wait' : 'bad'}>
          {found.count}
          {found.isMore && '+'}
        </span>
      )}
    </>
  );
}

/** Many promises may change at once: an import, or a hundred that are moved. */
const burstMilliseconds = 700;

function followList(wish: ListWish): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const fetchAll = () => {
    waiting = undefined;
    void promiseList.fetch(wish);
    void fetchCounts(wish.task);
  };
  const fetchSoon = () => {
    waiting ??= setTimeout(fetchAll, burstMilliseconds);
  };
  fetchAll();
  const ends = [onLive('promises', fetchSoon), onLive('directory', fetchSoon)];
  const end = onLiveReturn(fetchAll);
  return () => {
    clearTimeout(waiting);
    for (const it of [...ends, end]) it();
  };
}

function ShownList({ wish }: { wish: ListWish }) {
  const words = promiseWords();
  const held = promiseList.shownFor(wish);
  const problem = promiseList.problem.value;
  const notice = problem && (
    <RefusalNotice refusal={problem} retry={() => void promiseList.fetch(wish)} />
  );
  if (held === undefined) return notice ?? <Skeleton lines={6} />;
  if (held.items.length === 0) {
    return <EmptyState icon="check" title={words.empty[wish.which]} />;
  }
  return (
    <>
      <p class="panel-text soft">{words.listNotes[wish.which]}</p>
      {notice}
      <Rows wish={wish} rows={held.items} />
    </>
  );
}

const actions = ['callNow', 'move', 'reassign', 'cancel', 'bar'] as const;
/** Calls that were not made: their customers may be sent a text. */
const missedActions = ['callNow', 'move', 'apologise', 'reassign', 'cancel', 'bar'] as const;

function Rows({ wish, rows }: { wish: ListWish; rows: readonly RowView[] }) {
  const [selection, setSelection] = useState<Selection>(nothingChosen);
  const shown = stillShown(selection, rows.map(keyText));
  const isOneTask = wish.task !== '' || (tasks.value.value ?? []).length <= 1;
  return (
    <>
      <PromiseTable
        which={wish.which}
        rows={rows}
        selection={shown}
        onSelect={setSelection}
        showTask={!isOneTask}
      />
      <ListEnd list={promiseList} />
      <SelectionBar
        actions={wish.which === 'missed' ? missedActions : actions}
        rows={rows.filter((row) => shown.chosen.has(keyText(row)))}
        onClear={() => setSelection(nothingChosen)}
        onDone={() => void promiseList.fetch(wish)}
      />
    </>
  );
}
