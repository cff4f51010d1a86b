import { useState } from 'preact/hooks';
import type { OperatorView } from '../../../contract/people.ts';
import { Button } from '../../parts/button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { toast } from '../../parts/toasts.tsx';
import { ask } from '../../shell/api/ask.ts';
import { operatorById, operators } from '../directory.ts';
import { EditorForm } from '../editor-form.tsx';
import { PageHead } from '../page-head.tsx';
import { addressOf, go } from '../place.ts';
import { maySuperviseAll } from '../rights.ts';
import { SaveBar } from '../save-bar.tsx';
import { useEditor } from '../use-editor.ts';
import { bodyOf, draftOf, type OperatorDraft, problemsBefore } from './operator-draft.ts';
import { OperatorForm } from './operator-form.tsx';
import { operatorWords } from './operator-words.ts';
import { RemoveDialog } from './remove-dialog.tsx';

/** Registers an operator, or changes the one that `id` names. */
export function OperatorEditor({ id }: { id: string | undefined }) {
  const words = operatorWords();
  const operator = id === undefined ? undefined : operatorById(id);
  if (operators.value.value === undefined) {
    return (
      <div class="panel">
        <Skeleton lines={6} />
      </div>
    );
  }
  if (id !== undefined && operator === undefined) {
    return (
      <section class="panel">
        <EmptyState icon="people" title={words.missing}>
          <a href={addressOf('operators')}>{words.title}</a>
        </EmptyState>
      </section>
    );
  }
  return <Editor operator={operator} />;
}

function Editor({ operator }: { operator: OperatorView | undefined }) {
  const words = operatorWords();
  const isNew = operator === undefined;
  const editor = useEditor<OperatorDraft, OperatorView>({
    name: `operator ${operator?.id ?? ''}`,
    initial: () => draftOf(operator),
    check: (draft) => problemsBefore(draft, isNew),
    send: (draft) =>
      ask('PUT', `/operators/${encodeURIComponent(draft.id)}`, bodyOf(draft, operator)),
    saved: ({ name }) => {
      toast(words.saved(name));
      void operators.refresh().then(() => go('operators'));
    },
  });
  const { draft, problems, busy, isChanged } = editor;
  const discard = () => {
    editor.discard();
    if (isNew) go('operators');
  };
  return (
    <EditorForm editor={editor} mayChange={maySuperviseAll()}>
      <PageHead title={operator?.name ?? words.newTitle} note={operator?.id} back={backToList()}>
        {operator && <Removal operator={operator} />}
      </PageHead>
      {operator?.gone && <Deactivated operator={operator} />}
      <OperatorForm {...{ draft, problems, operator }} onChange={editor.change} />
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

function backToList() {
  return { href: addressOf('operators'), label: operatorWords().title };
}

function Removal({ operator }: { operator: OperatorView }) {
  const words = operatorWords();
  const [isOpen, setOpen] = useState(false);
  if (operator.gone || !maySuperviseAll()) return null;
  return (
    <>
      <Button icon="trash" onClick={() => setOpen(true)}>
        {words.remove}
      </Button>
      {isOpen && <RemoveDialog operator={operator} onClose={() => setOpen(false)} />}
    </>
  );
}

function Deactivated({ operator }: { operator: OperatorView }) {
  const words = operatorWords();
  const bringBack = async () => {
    const path = `/operators/${encodeURIComponent(operator.id)}` as const;
    const answer = await ask('PUT', path, bodyOf(draftOf(operator), operator));
    if (answer.kind !== 'done') return toast(answer.sentence, 'bad');
    toast(words.back(operator.name));
    void operators.refresh();
  };
  return (
    <Notice tone="wait">
      <p>{words.isDeactivated}</p>
      <Button size="small" onClick={() => void bringBack()}>
        {words.bringBack}
      </Button>
    </Notice>
  );
}
