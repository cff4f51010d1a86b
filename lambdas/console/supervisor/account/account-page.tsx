import { useEffect } from 'preact/hooks';
import type { Account } from '../../../domain/task/task.ts';
import { TextField } from '../../parts/field.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { Check } from '../../parts/switch.tsx';
import { toast } from '../../parts/toasts.tsx';
import { ask } from '../../shell/api/ask.ts';
import { resource } from '../../shell/api/resource.ts';
import { EditorForm } from '../editor-form.tsx';
import { FormGroup } from '../form-group.tsx';
import { PageHead } from '../page-head.tsx';
import { problemAt } from '../problems.ts';
import { maySuperviseAll } from '../rights.ts';
import { SaveBar } from '../save-bar.tsx';
import { useEditor } from '../use-editor.ts';
import { type AccountDraft, bodyOf, draftOf } from './account-draft.ts';
import { accountWords } from './account-words.ts';

const account = resource(() => ask('GET', '/account'));

/** What holds for all tasks. */
export function AccountPage() {
  useEffect(() => void account.refresh(), []);
  const { value } = account.value;
  if (value !== undefined) return <Editor account={value} />;
  return (
    <div class="panel">
      <Skeleton lines={4} />
    </div>
  );
}

function Editor({ account: stored }: { account: Account }) {
  const words = accountWords();
  const editor = useEditor<AccountDraft, Account>({
    name: 'account',
    initial: () => draftOf(stored),
    check: () => ({}),
    send: (draft) => ask('PUT', '/account', bodyOf(draft)),
    saved: () => {
      toast(words.saved);
      void account.refresh();
    },
  });
  const { problems, busy, isChanged } = editor;
  const hasProblem = Object.keys(problems).length > 0;
  return (
    <EditorForm editor={editor} mayChange={maySuperviseAll()}>
      <PageHead title={words.title} note={words.note} />
      <FormGroup title={words.pace} text={words.paceText}>
        <Setting {...editor} name="callsPerSecond" inputMode="decimal" />
        <Setting {...editor} name="tryAgainMinutes" inputMode="numeric" />
        <Setting {...editor} name="awayReasons" inputMode="text" />
      </FormGroup>
      <FormGroup title={words.where} text={words.whereText}>
        <Setting {...editor} name="allowedCountries" inputMode="text" />
        <Setting {...editor} name="sipDomains" inputMode="text" />
      </FormGroup>
      <FormGroup title={words.calendars} text={words.calendarsText}>
        <Check
          label={words.calendarNames}
          checked={editor.draft.calendarNames}
          onChange={(calendarNames) => editor.change({ calendarNames })}
        />
      </FormGroup>
      <SaveBar
        problem={problems[''] ?? (hasProblem ? words.fix : undefined)}
        isChanged={isChanged}
        busy={busy}
        save={words.save}
        onDiscard={editor.discard}
      />
    </EditorForm>
  );
}

interface SettingProps
  extends Pick<
    ReturnType<typeof useEditor<AccountDraft, Account>>,
    'draft' | 'problems' | 'change'
  > {
  name: Exclude<keyof AccountDraft, 'calendarNames'>;
  inputMode: 'decimal' | 'numeric' | 'text';
}

function Setting({ name, inputMode, draft, problems, change }: SettingProps) {
  const words = accountWords();
  return (
    <TextField
      label={words[name]}
      help={words[`${name}Help`]}
      inputMode={inputMode}
      value={draft[name]}
      problem={problemAt(problems, name)}
      onInput={(value) => change({ [name]: value })}
    />
  );
}
