import { useEffect } from 'preact/hooks';
import type { RowKey } from '../../../contract/instant.ts';
import type { RowStory } from '../../../contract/rows.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Notice, RefusalNotice } from '../../parts/notice.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { customerName } from '../../words/customer-name.ts';
import { ownZone } from '../../words/times.ts';
import { taskById, taskTitle } from '../directory.ts';
import { EntryList } from '../do-not-call/entry-list.tsx';
import { NumberPanel } from '../evidence/number-panel.tsx';
import { PageHead } from '../page-head.tsx';
import { addressOf, place } from '../place.ts';
import { seesAllTasks } from '../rights.ts';
import { supervisorWords } from '../supervisor-words.ts';
import { RowActions } from './row-actions.tsx';
import { RowColumns } from './row-columns.tsx';
import { RowFacts } from './row-facts.tsx';
import { fetchStory, followStory, story, storyProblem } from './story-state.ts';
import { storyWords } from './story-words.ts';
import { Timeline } from './timeline.tsx';

/** Everything that is known of a row: what it says now, and all that led to it. */
export function StoryPage() {
  const [task = '', Id = ''] = place.value.rest;
  const key = { task, Id: Number(Id) };
  useEffect(() => followStory(key), [task, Id]);
  const held = story.value;
  const isHeld = held?.key.task === task && held.key.Id === key.Id;
  const problem = storyProblem.value;
  if (!isHeld && problem?.status === 404) return <Nothing rowKey={key} />;
  return (
    <>
      <StoryHead rowKey={key} story={isHeld ? held.story : undefined} />
      {problem && <RefusalNotice refusal={problem} retry={() => void fetchStory(key)} />}
      {isHeld ? <Story rowKey={key} story={held.story} /> : <Loading />}
    </>
  );
}

function Loading() {
  return (
    <div class="panel">
      <Skeleton lines={6} />
    </div>
  );
}

function Nothing({ rowKey }: { rowKey: RowKey }) {
  const words = storyWords();
  return (
    <>
      <StoryHead rowKey={rowKey} story={undefined} />
      <section class="panel">
        <EmptyState icon="search" title={words.none}>
          {words.noneText}
        </EmptyState>
      </section>
    </>
  );
}

interface StoryProps {
  rowKey: RowKey;
  story: RowStory;
}

function StoryHead({ rowKey, story: told }: { rowKey: RowKey; story: RowStory | undefined }) {
  const words = storyWords();
  const row = told?.row;
  const back = { href: addressOf('customers'), label: supervisorWords().names.customers };
  return (
    <PageHead
      title={row ? customerName(row) : words.title}
      note={words.idOf(rowKey.Id, taskTitle(rowKey.task))}
      back={back}
    >
      {row && <RowActions row={row} />}
    </PageHead>
  );
}

function Story({ rowKey, story: told }: StoryProps) {
  const words = storyWords();
  const { row } = told;
  const zone = row?.zone ?? taskById(rowKey.task)?.timeZone ?? ownZone;
  return (
    <div class="story">
      <div class="story-side">
        {row === undefined && <Notice tone="wait">{words.deleted}</Notice>}
        {row?.problem !== undefined && <Notice tone="bad">{row.problem}</Notice>}
        {row && <RowFacts row={row} />}
        {told.doNotCall.length > 0 && (
          <section class="panel">
            <header>
              <h3>{words.saidNo}</h3>
            </header>
            <EntryList entries={told.doNotCall} />
          </section>
        )}
        {row && <RowColumns row={row} />}
        {row?.tel !== undefined && seesAllTasks() && (
          <NumberPanel row={row} onErased={() => void fetchStory(rowKey)} />
        )}
      </div>
      <section class="panel">
        <header>
          <h3>{words.story}</h3>
        </header>
        <Timeline story={told} zone={zone} />
      </section>
    </div>
  );
}
