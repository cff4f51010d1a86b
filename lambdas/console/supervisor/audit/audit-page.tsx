import { auditSubjects } from '../../../domain/views/audit-subject.ts';
import { DataTable, savedColumns } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { SelectField, TextField } from '../../parts/field.tsx';
import { RefusalNotice } from '../../parts/notice.tsx';
import { SaveMenu } from '../../parts/saving/save-menu.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { DaySpanFields } from '../day-span-fields.tsx';
import { ListEnd } from '../list-end.tsx';
import { PageHead } from '../page-head.tsx';
import { place, refine } from '../place.ts';
import { TaskFilter } from '../task-filter.tsx';
import { usePagedList } from '../use-paged-list.ts';
import { auditColumns } from './audit-columns.tsx';
import { auditWords } from './audit-words.ts';
import { type ChangeWish, changeWishOf, listedChanges } from './listed-changes.ts';

/** What people and software changed, and when. */
export function AuditPage() {
  const words = auditWords();
  const wish = changeWishOf(place.value.query);
  usePagedList(listedChanges, wish);
  return (
    <>
      <PageHead title={words.title} note={words.note}>
        <TaskFilter value={wish.task ?? ''} onChange={(task) => refine({ task })} />
        <SaveMenu
          name={`${words.title} ${wish.from} – ${wish.to}`}
          columns={savedColumns(auditColumns())}
          items={() => listedChanges.all(wish)}
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

function Filters({ wish: { from, to, by = '', about = '' } }: { wish: ChangeWish }) {
  const words = auditWords();
  const subjects = auditSubjects.map((value) => ({ value, label: words.subjects[value] }));
  return (
    <div class="customer-filters">
      <DaySpanFields from={from} to={to} />
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

function Listed({ wish }: { wish: ChangeWish }) {
  const words = auditWords();
  const problem = listedChanges.problem.value;
  if (problem)
    return <RefusalNotice refusal={problem} retry={() => void listedChanges.fetch(wish)} />;
  const shown = listedChanges.shownFor(wish);
  if (shown === undefined) return <Skeleton lines={6} />;
  return (
    <>
      {shown.items.length === 0 ? (
        <EmptyState icon="list" title={words.none} />
      ) : (
        <DataTable
          caption={words.title}
          items={shown.items}
          keyOf={(entry) => `${entry.at} ${entry.by} ${entry.act} ${JSON.stringify(entry.on)}`}
          columns={auditColumns()}
        />
      )}
      <ListEnd list={listedChanges} />
    </>
  );
}
