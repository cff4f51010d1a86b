import { type Language, languageAmong, languages } from '../../../../domain/basics/language.ts';
import { textIn } from '../../../../domain/script/script-text.ts';
import { voiceNamed, voices } from '../../../../domain/task/voices.ts';
import { SelectField, TextField } from '../../../parts/field.tsx';
import { language } from '../../../words/language.ts';
import { scripts } from '../../directory.ts';
import { problemAt } from '../../problems.ts';
import { taskWords } from '../task-words.ts';
import type { TaskFormProps } from './task-form-props.ts';

/** What people call the task, and what leads the conversation. */
export function AboutFields({ draft, problems, isNew, onChange }: TaskFormProps) {
  const words = taskWords();
  return (
    <>
      <Names draft={draft} problems={problems} isNew={isNew} onChange={onChange} />
      <SelectField
        label={words.script}
        help={words.scriptHelp}
        value={draft.script}
        problem={problemAt(problems, 'script')}
        options={scriptOptions(draft.script)}
        onChange={(script) => onChange({ script })}
      />
      <TextField
        label={words.whisper}
        help={words.whisperHelp}
        value={draft.whisper}
        problem={problemAt(problems, 'whisper')}
        maxLength={300}
        onInput={(whisper) => onChange({ whisper })}
      />
      <Speech draft={draft} problems={problems} isNew={isNew} onChange={onChange} />
    </>
  );
}

function Names({ draft, problems, isNew, onChange }: TaskFormProps) {
  const words = taskWords();
  return (
    <>
      <TextField
        label={words.titleField}
        value={draft.title}
        problem={problemAt(problems, 'title')}
        maxLength={200}
        onInput={(title) => onChange({ title, ...(isNew && { id: idAfter(draft, title) }) })}
      />
      {isNew && (
        <TextField
          label={words.id}
          help={words.idHelp}
          value={draft.id}
          problem={problemAt(problems, 'id')}
          maxLength={32}
          onInput={(id) => onChange({ id })}
        />
      )}
    </>
  );
}

function Speech({ draft, problems, onChange }: TaskFormProps) {
  const words = taskWords();
  const options = languages.map((value) => ({ value, label: words.languages[value] }));
  return (
    <div class="two-fields">
      <SelectField
        label={words.language}
        value={draft.language}
        options={options}
        onChange={(value) =>
          onChange({ language: languageAmong([value]) ?? draft.language, voice: '' })
        }
      />
      <SelectField
        label={words.voice}
        help={words.voiceHelp}
        value={voiceNamed(draft.language, draft.voice) ? draft.voice : ''}
        options={voiceOptions(draft.language)}
        problem={problemAt(problems, 'voice')}
        onChange={(voice) => onChange({ voice })}
      />
    </div>
  );
}

function voiceOptions(language: Language): { value: string; label: string }[] {
  const named = voices[language].map(({ name, speaks }) => ({
    value: name,
    label: `${name} (${speaks})`,
  }));
  return [{ value: '', label: taskWords().usualVoice }, ...named];
}

/** A script that the task names stays a choice, also when it is not in the list. */
function scriptOptions(chosen: string): { value: string; label: string }[] {
  const known = (scripts.value.value ?? []).map(({ id, title }) => ({
    value: id,
    label: `${textIn(title, language.value)} (${id})`,
  }));
  const isMissing = chosen !== '' && known.every(({ value }) => value !== chosen);
  const missing = isMissing ? [{ value: chosen, label: chosen }] : [];
  return [{ value: '', label: taskWords().noScript }, ...known, ...missing];
}

/** The id follows the title until somebody writes one. */
function idAfter({ id, title }: { id: string; title: string }, next: string): string {
  return id === idFrom(title) ? idFrom(next) : id;
}

function idFrom(title: string): string {
  const plain = title.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 32);
}
