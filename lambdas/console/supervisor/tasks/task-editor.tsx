import type { Task } from '../../../domain/task/task.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { toast } from '../../parts/toasts.tsx';
import { ask } from '../../shell/api/ask.ts';
import { taskById, tasks } from '../directory.ts';
import { EditorForm } from '../editor-form.tsx';
import { PageHead } from '../page-head.tsx';
import { addressOf, go } from '../place.ts';
import type { Problems } from '../problems.ts';
import { isOffered, mayChange } from '../rights.ts';
import { SaveBar } from '../save-bar.tsx';
import { supervisorWords } from '../supervisor-words.ts';
import { useEditor } from '../use-editor.ts';
import { bodyOf, draftOf, newDraft, type TaskDraft } from './drafts/task-draft.ts';
import { TaskForm } from './task-form.tsx';
import { taskWords } from './task-words.ts';

/** Creates the task, or changes the one that `id` names. */
export function TaskEditor({ id }: { id: string | undefined }) {
  const words = taskWords();
  const task = id === undefined ? undefined : taskById(id);
  const isKnown = tasks.value.value !== undefined;
  if (!isKnown) {
    return (
      <div class="panel">
        <Skeleton lines={8} />
      </div>
    );
  }
  if (id !== undefined && task === undefined) {
    return (
      <section class="panel">
        <EmptyState icon="list" title={words.missing}>
          <a href={addressOf('tasks')}>{words.title}</a>
        </EmptyState>
      </section>
    );
  }
  return <Editor task={task} />;
}

function Editor({ task }: { task: Task | undefined }) {
  const words = taskWords();
  const isNew = task === undefined;
  const editor = useEditor<TaskDraft, Task>({
    name: `task ${task?.id ?? ''}`,
    initial: () => (task === undefined ? newDraft() : draftOf(task)),
    check: (draft) => problemsBefore(draft, isNew),
    send: (draft) => ask('PUT', `/tasks/${encodeURIComponent(draft.id)}`, bodyOf(draft)),
    saved: ({ title }) => {
      toast(words.saved(title));
      void tasks.refresh().then(() => go('tasks'));
    },
  });
  const { draft, problems, busy, isChanged } = editor;
  const back = { href: addressOf('tasks'), label: words.title };
  const discard = () => {
    editor.discard();
    if (isNew) go('tasks');
  };
  return (
    <EditorForm editor={editor} mayChange={mayChange()}>
      <PageHead title={task?.title ?? words.newTitle} note={task?.id} back={back}>
        {task && <TaskLinks task={task} />}
      </PageHead>
      {task?.paused !== undefined && (
        <Notice tone="wait">{words.pausedBecause(task.paused)}</Notice>
      )}
      <TaskForm draft={draft} problems={problems} isNew={isNew} onChange={editor.change} />
      <SaveBar
        problem={problems[''] ?? (Object.keys(problems).length > 0 ? words.fix : undefined)}
        isChanged={isChanged}
        busy={busy}
        save={isNew ? words.create : words.save}
        onDiscard={discard}
      />
    </EditorForm>
  );
}

function TaskLinks({ task: { id } }: { task: Task }) {
  const words = taskWords();
  return (
    <>
      <a class="button" data-kind="quiet" href={addressOf('promises', [], { task: id })}>
        {supervisorWords().names.promises}
      </a>
      {isOffered('import') && (
        <a class="button" data-kind="quiet" href={addressOf('import', [], { task: id })}>
          {words.import}
        </a>
      )}
    </>
  );
}

/** What need not be asked of the server. */
function problemsBefore(draft: TaskDraft, isNew: boolean): Problems {
  const words = taskWords();
  const needed = ['title', 'callerId', 'country', 'timeZone'] as const;
  const empty = needed.filter((name) => draft[name].trim() === '');
  const problems: Record<string, string> = Object.fromEntries(
    empty.map((name) => [name, words.required]),
  );
  if (isNew && !/^[A-Za-z0-9_-]{1,32}$/.test(draft.id)) problems.id = words.idProblem;
  if (isNew && (taskById(draft.id) !== undefined || draft.id === 'new')) {
    problems.id = words.idTaken;
  }
  return problems;
}
