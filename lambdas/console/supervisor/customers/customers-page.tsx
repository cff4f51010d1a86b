import { useState } from 'preact/hooks';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Menu } from '../../parts/menu.tsx';
import { RefusalNotice } from '../../parts/notice.tsx';
import { SaveMenu } from '../../parts/saving/save-menu.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { numberText } from '../../words/dictionary.ts';
import { tasks, taskTitle } from '../directory.ts';
import { ListEnd } from '../list-end.tsx';
import { PageHead } from '../page-head.tsx';
import { place, refine } from '../place.ts';
import { rowFileColumns } from '../rows/row-file.ts';
import { keyText } from '../rows/row-table.tsx';
import { nothingChosen, type Selection, stillShown } from '../rows/selection.ts';
import { SelectionBar } from '../rows/selection-bar.tsx';
import { supervisorWords } from '../supervisor-words.ts';
import { usePagedList } from '../use-paged-list.ts';
import { chosenColumns, columnsIn, toggleColumn } from './chosen-columns.ts';
import { CustomerFilters } from './customer-filters.tsx';
import { CustomerTable } from './customer-table.tsx';
import { customerWords } from './customer-words.ts';
import {
  type CustomerWish,
  type FoundCustomers,
  foundCustomers,
  mostSaved,
} from './found-customers.ts';

const restMilliseconds = 250;
const leastCharacters = 2;

/** All rows of a task: found, ordered, moved, given to others, and put on the do-not-call list. */
export function CustomersPage() {
  const words = customerWords();
  const [text, setText] = useState('');
  const wish = wishOf(place.value.query, text.trim());
  usePagedList(foundCustomers, wish.task === '' ? undefined : wish, restMilliseconds);
  const found = foundCustomers.shown.value;
  const held = found?.wish.task === wish.task ? found : undefined;
  const columns = columnsIn(held?.items ?? []);
  return (
    <>
      <PageHead title={words.title} note={words.note}>
        <TaskChoice task={wish.task} />
        <Columns task={wish.task} names={columns} />
        <SaveMenu
          name={words.title}
          columns={rowFileColumns}
          items={() => foundCustomers.all(wish, mostSaved)}
        />
      </PageHead>
      <section class="panel promises">
        <header class="customer-search">
          <label class="filter">
            <span class="unseen">{words.search}</span>
            <input
              class="input"
              type="search"
              placeholder={words.search}
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          </label>
          <CustomerFilters columns={columns} />
        </header>
        <Listed held={held} wish={wish} />
      </section>
    </>
  );
}

function wishOf(query: Readonly<Record<string, string>>, text: string): CustomerWish {
  const {
    task = tasks.value.value?.[0]?.id ?? '',
    state,
    column,
    holds = '',
    outcome,
    order,
  } = query;
  return {
    task,
    ...(text.length >= leastCharacters && { text }),
    ...(state && { state }),
    ...(column && { column: { name: column, text: holds } }),
    ...(outcome && { lastOutcome: outcome }),
    ...(order && { order }),
  };
}

function TaskChoice({ task }: { task: string }) {
  const words = supervisorWords();
  return (
    <label class="filter">
      <span class="unseen">{words.task}</span>
      <select
        class="input"
        value={task}
        onChange={(event) => refine({ task: event.currentTarget.value })}
      >
        {(tasks.value.value ?? []).map(({ id }) => (
          <option key={id} value={id}>
            {taskTitle(id)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Columns({ task, names }: { task: string; names: readonly string[] }) {
  const words = customerWords();
  const chosen = chosenColumns(task);
  const all = [...new Set([...names, ...chosen])];
  if (all.length === 0) return null;
  const items = all.map((name) => ({
    key: name,
    label: name,
    checked: chosen.includes(name),
    onChoose: () => toggleColumn(task, name),
  }));
  return <Menu label={words.columns} button={words.columns} items={items} />;
}

function Listed({ held, wish }: { held: FoundCustomers | undefined; wish: CustomerWish }) {
  const words = customerWords();
  const problem = foundCustomers.problem.value;
  if (tasks.value.value?.length === 0) return <EmptyState icon="list" title={words.noTask} />;
  if (problem !== undefined) {
    return <RefusalNotice refusal={problem} retry={() => void foundCustomers.fetch(wish)} />;
  }
  if (held === undefined) return <Skeleton lines={6} />;
  return <Rows held={held} />;
}

const actions = ['order', 'move', 'reassign', 'cancel', 'bar'] as const;

function Rows({ held }: { held: FoundCustomers }) {
  const words = customerWords();
  const [selection, setSelection] = useState<Selection>(nothingChosen);
  const { items: rows, looked, cursor, isReading, wish } = held;
  const shown = stillShown(selection, rows.map(keyText));
  const none = cursor === undefined ? words.none : words.noneYet;
  return (
    <>
      <p class="panel-text soft small" role="status">
        {words.looked(numberText(rows.length), numberText(looked))}
      </p>
      {rows.length === 0 && !isReading ? (
        <EmptyState icon="search" title={none} />
      ) : (
        <CustomerTable task={wish.task} rows={rows} selection={shown} onSelect={setSelection} />
      )}
      <ListEnd list={foundCustomers} label={words.goOn} />
      <SelectionBar
        actions={actions}
        rows={rows.filter((row) => shown.chosen.has(keyText(row)))}
        onClear={() => setSelection(nothingChosen)}
        onDone={() => void foundCustomers.fetch(wish)}
      />
    </>
  );
}
