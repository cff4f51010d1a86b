import { useEffect, useState } from 'preact/hooks';
import type { Script, StoredScript } from '../../../domain/script/script.ts';
import { textIn } from '../../../domain/script/script-text.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { toast } from '../../parts/toasts.tsx';
import { type Answer, ask } from '../../shell/api/ask.ts';
import { language } from '../../words/language.ts';
import { scripts } from '../directory.ts';
import { EditorForm } from '../editor-form.tsx';
import { PageHead } from '../page-head.tsx';
import { addressOf, go } from '../place.ts';
import type { Problems } from '../problems.ts';
import { mayChange } from '../rights.ts';
import { SaveBar } from '../save-bar.tsx';
import { useEditor } from '../use-editor.ts';
import type { ScriptCheck } from './read-in-language.ts';
import { checkScript, firstSource, type ScriptDraft, sourceOf } from './script-check.ts';
import { ScriptPreview } from './script-preview.tsx';
import { ScriptSource } from './script-source.tsx';
import { scriptWords } from './script-words.ts';

/** Writes a script, or the next version of the one that `id` names. */
export function ScriptEditor({ id }: { id: string | undefined }) {
  const words = scriptWords();
  const all = scripts.value.value;
  const script = all?.find((it) => it.id === id);
  if (all === undefined) {
    return (
      <div class="panel">
        <Skeleton lines={8} />
      </div>
    );
  }
  if (id !== undefined && script === undefined) {
    return (
      <section class="panel">
        <EmptyState icon="document" title={words.missing}>
          <a href={addressOf('scripts')}>{words.title}</a>
        </EmptyState>
      </section>
    );
  }
  return <Editor key={script?.version} script={script} />;
}

function Editor({ script }: { script: StoredScript | undefined }) {
  const words = scriptWords();
  const editor = useScriptEditor(script);
  const { draft, problems, busy, isChanged } = editor;
  const check = useCheck(draft.source);
  const preview = useLastGood(check, script);
  const back = { href: addressOf('scripts'), label: words.title };
  const isWrong = check !== undefined && 'problems' in check;
  const discard = () => {
    editor.discard();
    if (script === undefined) go('scripts');
  };
  return (
    <EditorForm editor={editor} mayChange={mayChange()}>
      <PageHead
        title={script ? textIn(script.title, language.value) : words.newTitle}
        note={script && `${script.id} · ${words.versionOf(script.version)}`}
        back={back}
      />
      <div class="script-editor">
        <ScriptSource
          draft={draft}
          script={script}
          check={check}
          problems={problems}
          onChange={editor.change}
        />
        <ScriptPreview script={preview} />
      </div>
      <SaveBar
        problem={problems[''] ?? (isWrong && isChanged ? words.fix : undefined)}
        isChanged={isChanged}
        busy={busy}
        save={script === undefined ? words.create : words.save}
        onDiscard={discard}
      />
    </EditorForm>
  );
}

function useScriptEditor(script: StoredScript | undefined) {
  const words = scriptWords();
  return useEditor<ScriptDraft, StoredScript>({
    name: `script ${script?.id ?? ''}`,
    initial: () => ({ id: script?.id ?? '', source: script ? sourceOf(script) : firstSource }),
    check: (draft) => problemsBefore(draft, script === undefined),
    send: sendScript,
    saved: ({ id, version }) => {
      toast(words.saved(version));
      void scripts.refresh().then(() => go('scripts', [id]));
    },
  });
}

/** What the check lists is not sent: the server would say the same, in English. */
async function sendScript({ id, source }: ScriptDraft): Promise<Answer<StoredScript>> {
  const check = await checkScript(source);
  if ('problems' in check) return { kind: 'refused', status: 400, sentence: scriptWords().fix };
  return ask('PUT', `/scripts/${encodeURIComponent(id)}`, check.script);
}

function problemsBefore({ id, source }: ScriptDraft, isNew: boolean): Problems {
  const words = scriptWords();
  const isTaken = scripts.value.value?.some((it) => it.id === id) || id === 'new';
  if (isNew && !/^[A-Za-z0-9_-]{1,32}$/.test(id)) return { id: words.idProblem };
  if (isNew && isTaken) return { id: words.idTaken };
  try {
    JSON.parse(source);
    return {};
  } catch {
    return { '': words.fix };
  }
}

/** While somebody types. */
const pauseMilliseconds = 250;

function useCheck(source: string): ScriptCheck | undefined {
  const [check, setCheck] = useState<ScriptCheck>();
  useEffect(() => {
    let isCurrent = true;
    const pause = setTimeout(async () => {
      const next = await checkScript(source);
      if (isCurrent) setCheck(next);
    }, pauseMilliseconds);
    return () => {
      isCurrent = false;
      clearTimeout(pause);
    };
  }, [source, language.value]);
  return check;
}

/** The preview goes on showing what made sense while the script is being written. */
function useLastGood(
  check: ScriptCheck | undefined,
  script: StoredScript | undefined,
): Script | undefined {
  const [good, setGood] = useState<Script | undefined>(script);
  useEffect(() => {
    if (check !== undefined && 'script' in check) setGood(check.script);
  }, [check]);
  return good;
}
