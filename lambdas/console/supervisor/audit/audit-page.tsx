import { useEffect } from 'preact/hooks';
import { auditSubjects } from '../../../domain/views/audit-subject.ts';
import { Button } from '../../parts/button.tsx';
import { DataTable, savedColumns } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { SelectField, TextField } from '../../parts/field.tsx';
import { RefusalNotice } from '../../parts/notice.tsx';
import { SaveMenu } from '../../parts/saving/save-menu.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { onLiveReturn } from '../../shell/live.ts';
import { PageHead } from '../page-head.tsx';
import { place, refine } from '../place.ts';
import { TaskFilter } from '../task-filter.tsx';
import { auditColumns } from './audit-columns.tsx';
import { auditWords } from './audit-words.ts';
import {
  allChanges,
  type ChangeWish,
  changesProblem,
  changeWishOf,
  fetchChanges,
  fetchMoreChanges,
  held,
} from './listed-changes.ts';

/** What people and software changed, and when. */
export function AuditPage() {
  const words = auditWords();
  const wish = changeWishOf(place.value.query);
  const asked = JSON.stringify(wish);
  useEffect(() => {
    const fetchNow = () => void fetchChanges(wish);
    fetchNow();
    return onLiveReturn(fetchNow);
  }, [asked]);
  return (
    <>
      <PageHead title={words.title} note={words.note}>
        <TaskFilter value={wish.task ?? ''} onChange={(task) => refine({ task })} />
        <SaveMenu
          name={`${words.title} ${wish.from} – ${wish.to}`}
          columns={savedColumns(auditColumns())}
          items={() => allChanges(wish)}
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

function Filters({ wish: { from, to, by = '', about = '' } }: { wish: ChangeWish }) {
  const words = auditWords();
  const subjects = auditSubjects.map((value) => ({ value, label: words.subjects[value] }));
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
      <TextField
        label={words.by}
        placeholder={words.anybody}
        value={by}
        onInput={(value) => refine({ by: value.trim() })}
      />
      <SelectField
        label={words.about}
        value={about}
        options={[{ value: '', label: words.anything }, ...subjects]}
        onChange={(value) => refine({ about: value })}
      />
    </div>
  );
}

function Listed({ wish, asked }: { wish: ChangeWish; asked: string }) {
  const words = auditWords();
  const problem = changesProblem.value;
  if (problem) return <RefusalNotice refusal={problem} retry={() => void fetchChanges(wish)} />;
  const shown = held.value?.asked === asked ? held.value : undefined;
  if (shown === undefined) return <Skeleton lines={6} />;
  const { entries, cursor } = shown;
  return (
    <>
      {entries.length === 0 ? (
        <EmptyState icon="list" title={words.none} />
      ) : (
        <DataTable
          caption={words.title}
          items={entries}
          keyOf={(entry) => `${entry.at} ${entry.by} ${entry.act} ${JSON.stringify(entry.on)}`}
          columns={auditColumns()}
        />
      )}
      {cursor !== undefined && (
        <div class="more">
          <Button onClick={() => void fetchMoreChanges(wish)}>{words.goOn}</Button>
        </div>
      )}
    </>
  );
}
