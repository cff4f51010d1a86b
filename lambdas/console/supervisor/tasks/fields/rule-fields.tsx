import { useState } from 'preact/hooks';
import { presetNames, presetsReadOn, rulePresets } from '../../../../domain/task/rule-presets.ts';
import { Button } from '../../../parts/button.tsx';
import { LongTextField, SelectField, TextField } from '../../../parts/field.tsx';
import { toast } from '../../../parts/toasts.tsx';
import { language } from '../../../words/language.ts';
import { problemAt } from '../../problems.ts';
import { withPreset } from '../drafts/task-draft.ts';
import { daysOfCalendar } from '../holidays/calendar-days.ts';
import { HolidayDialog } from '../holidays/holiday-dialog.tsx';
import { lineOf } from '../holidays/holiday-text.ts';
import { holidayWords } from '../holidays/holiday-words.ts';
import { ruleWords } from './rule-words.ts';
import type { TaskFormProps } from './task-form-props.ts';

/** Hours and limits of a country, to begin with. Where they come from stands below. */
export function PresetPicker({ draft, onChange }: TaskFormProps) {
  const words = ruleWords();
  const [name, setName] = useState('');
  const chosen = presetNames.find((it) => it === name);
  const options = presetNames.map((value) => ({
    value,
    label: rulePresets[value].title[language.value],
  }));
  const choose = (value: string) => {
    setName(value);
    const known = presetNames.find((it) => it === value);
    if (known !== undefined) onChange(withPreset(draft, rulePresets[known].rules));
  };
  return (
    <>
      <SelectField
        label={words.preset}
        value={name}
        options={[{ value: '', label: words.presetNone }, ...options]}
        onChange={choose}
      />
      {chosen && (
        <p class="small soft">{words.presetSource(rulePresets[chosen].source, presetsReadOn)}</p>
      )}
    </>
  );
}

export function HolidayField({ draft, problems, onChange }: TaskFormProps) {
  const words = ruleWords();
  const [isPicking, setPicking] = useState(false);
  const addLines = (lines: readonly string[]) =>
    onChange({ holidays: [draft.holidays, ...lines].filter((it) => it !== '').join('\n') });
  const add = async (file: File | undefined) => {
    const days = file === undefined ? [] : daysOfCalendar(await file.text());
    if (days.length === 0) return toast(words.noHolidays, 'bad');
    addLines(days.map(({ date, name }) => lineOf(date, name || undefined)));
  };
  return (
    <>
      <LongTextField
        label={words.holidays}
        help={words.holidaysHelp}
        rows={3}
        value={draft.holidays}
        problem={problemAt(problems, 'holidays')}
        onInput={(holidays) => onChange({ holidays })}
      />
      <p>
        <Button icon="calendar" onClick={() => setPicking(true)}>
          {holidayWords().pick}
        </Button>
      </p>
      {isPicking && (
        <HolidayDialog
          country={draft.country}
          onAdd={(days) => addLines(days.map(({ date, name }) => lineOf(date, name)))}
          onClose={() => setPicking(false)}
        />
      )}
      <label class="small">
        {words.holidayFile}{' '}
        <input
          type="file"
          accept=".ics,text/calendar"
          onChange={(event) => void add(event.currentTarget.files?.[0])}
        />
      </label>
    </>
  );
}

export function WishField({ draft, problems, onChange }: TaskFormProps) {
  const words = ruleWords();
  return (
    <TextField
      label={words.wishColumn}
      help={words.wishColumnHelp}
      optional
      value={draft.wishColumn}
      problem={problemAt(problems, 'wishColumn')}
      onInput={(wishColumn) => onChange({ wishColumn })}
    />
  );
}
