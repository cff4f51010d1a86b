import type { StoredScript } from '../../../domain/script/script.ts';
import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { Field, TextField } from '../../parts/field.tsx';
import { counted } from '../../words/dictionary.ts';
import { type Problems, problemAt } from '../problems.ts';
import type { ScriptCheck } from './read-in-language.ts';
import type { ScriptDraft } from './script-check.ts';
import { scriptWords } from './script-words.ts';
import { VersionChoice } from './version-choice.tsx';

export interface ScriptSourceProps {
  draft: ScriptDraft;
  /** Undefined for a new one. */
  script: StoredScript | undefined;
  /** Undefined before the first check is through. */
  check: ScriptCheck | undefined;
  problems: Problems;
  onChange: (part: Partial<ScriptDraft>) => void;
}

export function ScriptSource({ draft, script, check, problems, onChange }: ScriptSourceProps) {
  const words = scriptWords();
  const tidy = () => onChange({ source: JSON.stringify(JSON.parse(draft.source), null, 2) });
  return (
    <section class="panel script-source">
      <header>
        <CheckChip check={check} />
        <div class="source-tools">
          {script && <VersionChoice script={script} onLoad={(source) => onChange({ source })} />}
          <Button size="small" disabled={!isJson(draft.source)} onClick={tidy}>
            {words.format}
          </Button>
        </div>
      </header>
      <div class="form-fields">
        {script === undefined && (
          <IdField id={draft.id} problems={problems} onInput={(id) => onChange({ id })} />
        )}
        <Field label={words.source} help={words.sourceHelp}>
          {(control) => (
            <textarea
              class="input code"
              spellcheck={false}
              autocapitalize="off"
              rows={24}
              {...control}
              aria-invalid={(check !== undefined && 'problems' in check) || undefined}
              value={draft.source}
              onInput={(event) => onChange({ source: event.currentTarget.value })}
            />
          )}
        </Field>
        <CheckProblems check={check} />
      </div>
    </section>
  );
}

interface IdFieldProps {
  id: string;
  problems: Problems;
  onInput: (id: string) => void;
}

function IdField({ id, problems, onInput }: IdFieldProps) {
  const words = scriptWords();
  return (
    <TextField
      label={words.id}
      help={words.idHelp}
      value={id}
      problem={problemAt(problems, 'id')}
      maxLength={32}
      onInput={(value) => onInput(value.trim())}
    />
  );
}

function CheckChip({ check }: { check: ScriptCheck | undefined }) {
  const words = scriptWords();
  if (check === undefined) return <Chip>{words.checking}</Chip>;
  if ('script' in check) {
    return (
      <Chip tone="good" icon="check">
        {words.good}
      </Chip>
    );
  }
  return (
    <Chip tone="bad" icon="warning">
      {counted(check.problems.length, words.problemForms)}
    </Chip>
  );
}

function CheckProblems({ check }: { check: ScriptCheck | undefined }) {
  if (check === undefined || 'script' in check) return null;
  return (
    <ul class="script-problems" role="alert" aria-label={scriptWords().problems}>
      {check.problems.map((problem) => (
        <li key={problem}>{problem}</li>
      ))}
    </ul>
  );
}

function isJson(source: string): boolean {
  try {
    JSON.parse(source);
    return true;
  } catch {
    return false;
  }
}
