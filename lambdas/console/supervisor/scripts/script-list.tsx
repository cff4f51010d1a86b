import type { StoredScript } from '../../../domain/script/script.ts';
import { textIn } from '../../../domain/script/script-text.ts';
import { type Column, DataTable, savedColumns } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Icon } from '../../parts/icon.tsx';
import { RefusalNotice } from '../../parts/notice.tsx';
import { SaveMenu } from '../../parts/saving/save-menu.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { language } from '../../words/language.ts';
import { scripts, tasks } from '../directory.ts';
import { PageHead } from '../page-head.tsx';
import { addressOf } from '../place.ts';
import { maySuperviseAll } from '../rights.ts';
import { scriptWords } from './script-words.ts';

export function ScriptList() {
  const words = scriptWords();
  return (
    <>
      <PageHead title={words.title} note={words.note}>
        <SaveMenu
          name={words.title}
          columns={savedColumns(columnsOf())}
          items={scripts.value.value ?? []}
        />
        {maySuperviseAll() && (
          <a class="button" data-kind="primary" href={addressOf('scripts', ['new'])}>
            <Icon name="plus" />
            {words.add}
          </a>
        )}
      </PageHead>
      <section class="panel">
        <Listed />
      </section>
    </>
  );
}

function Listed() {
  const words = scriptWords();
  const all = scripts.value.value;
  const problem = scripts.problem.value;
  if (all === undefined) {
    if (problem === undefined) return <Skeleton lines={3} />;
    return <RefusalNotice refusal={problem} retry={() => void scripts.refresh()} />;
  }
  if (all.length === 0) {
    return (
      <EmptyState icon="document" title={words.none}>
        {words.noneText}
      </EmptyState>
    );
  }
  return (
    <DataTable caption={words.title} items={all} keyOf={({ id }) => id} columns={columnsOf()} />
  );
}

function columnsOf(): Column<StoredScript>[] {
  const words = scriptWords();
  return [
    {
      key: 'name',
      label: words.name,
      cell: NameCell,
      value: ({ title }) => textIn(title, language.value),
    },
    { key: 'steps', label: words.steps, cell: ({ steps }) => steps.length },
    { key: 'version', label: words.version, cell: ({ version }) => version },
    { key: 'tasks', label: words.tasks, cell: TasksCell, value: usersOf },
  ];
}

function usersOf({ id }: StoredScript): string {
  const users = (tasks.value.value ?? []).filter(({ script }) => script === id);
  return users.map(({ title }) => title).join(', ');
}

function NameCell({ id, title }: StoredScript) {
  return (
    <span class="stacked">
      <a class="row-link" href={addressOf('scripts', [id])}>
        {textIn(title, language.value)}
      </a>
      <span class="soft small">{id}</span>
    </span>
  );
}

function TasksCell(script: StoredScript) {
  return <span>{usersOf(script) || <span class="soft">{scriptWords().unused}</span>}</span>;
}
