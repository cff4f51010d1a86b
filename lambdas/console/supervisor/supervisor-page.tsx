import type { FunctionComponent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { EmptyState } from '../parts/empty-state.tsx';
import { me } from '../shell/me.ts';
import { shellWords } from '../shell/shell-words.ts';
import { TopBar } from '../shell/top-bar.tsx';
import { AccountPage } from './account/account-page.tsx';
import { BoardPage } from './board/board-page.tsx';
import { CallsPage } from './calls/calls-page.tsx';
import { CustomersPage } from './customers/customers-page.tsx';
import { followDirectory } from './directory.ts';
import { DoNotCallPage } from './do-not-call/do-not-call-page.tsx';
import { OperatorsPage } from './operators/operators-page.tsx';
import { pageOnDemand } from './page-on-demand.tsx';
import { followAddress, place, type Section } from './place.ts';
import { PromisesPage } from './promises/promises-page.tsx';
import { isOffered } from './rights.ts';
import { SectionNav } from './section-nav.tsx';
import { StoryPage } from './story/story-page.tsx';
import { supervisorWords } from './supervisor-words.ts';
import { TasksPage } from './tasks/tasks-page.tsx';

const pages: Record<Section, FunctionComponent> = {
  board: BoardPage,
  promises: PromisesPage,
  customers: CustomersPage,
  calls: CallsPage,
  rows: StoryPage,
  reports: pageOnDemand(async () => (await import('./reports/reports-page.tsx')).ReportsPage),
  tasks: TasksPage,
  scripts: pageOnDemand(async () => (await import('./scripts/scripts-page.tsx')).ScriptsPage),
  operators: OperatorsPage,
  'do-not-call': DoNotCallPage,
  import: pageOnDemand(async () => (await import('./import/import-page.tsx')).ImportPage),
  audit: pageOnDemand(async () => (await import('./audit/audit-page.tsx')).AuditPage),
  account: AccountPage,
};

export function SupervisorPage() {
  // The address is whole only now: the way back from signing in had put it away.
  useState(followAddress);
  const desk = {
    key: 'desk',
    label: supervisorWords().desk,
    icon: 'headset' as const,
    onChoose: () => location.assign('/'),
  };
  const role = me.value.value?.role;
  return (
    <>
      <TopBar title={shellWords().supervisor} personItems={[desk]} />
      {role === undefined || role === 'operator' ? <NotYours /> : <Sections />}
    </>
  );
}

function Sections() {
  const { section: asked, rest } = place.value;
  const section = isOffered(asked) ? asked : 'board';
  const Page = pages[section];
  useEffect(followDirectory, []);
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) arriveAt(main.current);
    isFirst.current = false;
  }, [section, ...rest]);
  useEffect(() => {
    document.title = `${supervisorWords().names[section]} · ${shellWords().product}`;
  });
  return (
    <div class="sections">
      <SectionNav />
      <main id="content" tabIndex={-1} ref={main}>
        <Page key={section} />
      </main>
    </div>
  );
}

/** As after the load of another page: at its top, and read from there. */
function arriveAt(main: HTMLElement | null): void {
  scrollTo(0, 0);
  main?.focus({ preventScroll: true });
}

function NotYours() {
  const words = supervisorWords();
  if (me.value.value === undefined) return <main id="content" />;
  return (
    <main id="content" class="whole">
      <EmptyState icon="people" title={words.notYours}>
        {words.notYoursText}
      </EmptyState>
      <a class="button" data-kind="primary" href="/">
        {words.openDesk}
      </a>
    </main>
  );
}
