import { useState } from 'preact/hooks';
import { textIn } from '../../../domain/script/script-text.ts';
import type { Task } from '../../../domain/task/task.ts';
import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { type Column, DataTable, savedColumns } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Icon } from '../../parts/icon.tsx';
import { RefusalNotice } from '../../parts/notice.tsx';
import { SaveMenu } from '../../parts/saving/save-menu.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { toast } from '../../parts/toasts.tsx';
import { ask } from '../../shell/api/ask.ts';
import { CalendarDialog } from '../../shell/calendar/calendar-dialog.tsx';
import { counted } from '../../words/dictionary.ts';
import { language } from '../../words/language.ts';
import { scripts, tasks } from '../directory.ts';
import { PageHead } from '../page-head.tsx';
import { addressOf } from '../place.ts';
import { mayChange, maySuperviseAll } from '../rights.ts';
import { hoursText } from './drafts/hours-text.ts';
import { PauseDialog } from './pause-dialog.tsx';
import { taskWords } from './task-words.ts';

export function TaskList() {
  const words = taskWords();
  const [pausing, setPausing] = useState<Task>();
  const [shared, setShared] = useState<Task>();
  return (
    <>
      <PageHead title={words.title} note={words.note}>
        <SaveMenu
          name={words.title}
          columns={savedColumns(columnsOf())}
          items={tasks.value.value ?? []}
        />
        {maySuperviseAll() && (
          <a class="button" data-kind="primary" href={addressOf('tasks', ['new'])}>
            <Icon name="plus" />
            {words.add}
          </a>
        )}
      </PageHead>
      <section class="panel">
        <Listed onPause={setPausing} onCalendar={setShared} />
      </section>
      {pausing && <PauseDialog task={pausing} onClose={() => setPausing(undefined)} />}
      {shared && (
        <CalendarDialog
          path={`/tasks/${encodeURIComponent(shared.id)}/calendar`}
          subject={shared.title}
          onClose={() => setShared(undefined)}
        />
      )}
    </>
  );
}

interface TaskActs {
  onPause: (task: Task) => void;
  onCalendar: (task: Task) => void;
}

function Listed({ onPause, onCalendar }: TaskActs) {
  const words = taskWords();
  const all = tasks.value.value;
  const problem = tasks.problem.value;
  if (all === undefined) {
    if (problem === undefined) return <Skeleton lines={4} />;
    return <RefusalNotice refusal={problem} retry={() => void tasks.refresh()} />;
  }
  if (all.length === 0) {
    return (
      <EmptyState icon="list" title={words.none}>
        {words.noneText}
      </EmptyState>
    );
  }
  return (
    <DataTable
      caption={words.title}
      items={all}
      keyOf={({ id }) => id}
      columns={[
        ...columnsOf(),
        {
          key: 'actions',
          label: words.actions,
          cell: (task) => (
            <span class="row-acts">
              <PauseOrResume task={task} onPause={onPause} />
              {mayChange() && (
                <Button
                  size="small"
                  icon="calendar"
                  label={words.calendarOf(task.title)}
                  onClick={() => onCalendar(task)}
                />
              )}
            </span>
          ),
        },
      ]}
    />
  );
}

function columnsOf(): Column<Task>[] {
  const words = taskWords();
  return [
    { key: 'title', label: words.task, cell: TitleCell, value: ({ title }) => title },
    {
      key: 'state',
      label: words.state,
      cell: StateCell,
      value: ({ paused }) => (paused === undefined ? words.running : `${words.paused}: ${paused}`),
    },
    {
      key: 'people',
      label: words.people,
      cell: PeopleCell,
      value: ({ operators }) => operators.length,
    },
    {
      key: 'hours',
      label: words.hours,
      cell: HoursCell,
      value: ({ callingHours }) => (callingHours ? hoursText(callingHours) : words.anyHour),
    },
    { key: 'script', label: words.script, cell: ScriptCell, value: ({ script }) => script },
  ];
}

function TitleCell({ id, title }: Task) {
  return (
    <span class="stacked">
      <a class="row-link" href={addressOf('tasks', [id])}>
        {title}
      </a>
      <span class="soft small">{id}</span>
    </span>
  );
}

function StateCell({ paused }: Task) {
  const words = taskWords();
  if (paused === undefined) {
    return (
      <Chip tone="good" dot>
        {words.running}
      </Chip>
    );
  }
  return (
    <span class="stacked">
      <Chip tone="wait" icon="pause">
        {words.paused}
      </Chip>
      <span class="small wait-text">{paused}</span>
    </span>
  );
}

function PeopleCell({ operators }: Task) {
  const words = taskWords();
  if (operators.length === 0) return <span class="wait-text">{words.noOperators}</span>;
  return <>{counted(operators.length, words.operatorForms)}</>;
}

function HoursCell({ callingHours }: Task) {
  const words = taskWords();
  return <span class="small">{callingHours ? hoursText(callingHours) : words.anyHour}</span>;
}

function ScriptCell({ script }: Task) {
  const words = taskWords();
  if (script === undefined) return <span class="soft">{words.noScript}</span>;
  const found = scripts.value.value?.find(({ id }) => id === script);
  return (
    <a class="plain" href={addressOf('scripts', [script])}>
      {found ? textIn(found.title, language.value) : script}
    </a>
  );
}

function PauseOrResume({ task, onPause }: { task: Task; onPause: (task: Task) => void }) {
  const words = taskWords();
  const [busy, setBusy] = useState(false);
  const resume = async () => {
    setBusy(true);
    const answer = await ask('POST', `/tasks/${encodeURIComponent(task.id)}/resume`);
    setBusy(false);
    if (answer.kind !== 'done') return toast(answer.sentence, 'bad');
    toast(words.resumed(task.title));
    void tasks.refresh();
  };
  if (!mayChange()) return null;
  if (task.paused === undefined) {
    return (
      <Button size="small" icon="pause" onClick={() => onPause(task)}>
        {words.pause}
      </Button>
    );
  }
  return (
    <Button size="small" kind="primary" icon="play" busy={busy} onClick={() => void resume()}>
      {words.resume}
    </Button>
  );
}
