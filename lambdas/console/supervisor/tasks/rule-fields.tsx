import { useState } from 'preact/hooks';
import { presetNames, presetsReadOn, rulePresets } from '../../../domain/task/rule-presets.ts';
import { LongTextField, SelectField, TextField } from '../../parts/field.tsx';
import { toast } from '../../parts/toasts.tsx';
import { language } from '../../words/language.ts';
import { problemAt } from '../problems.ts';
import { daysOfCalendar } from './calendar-days.ts';
import { ruleWords } from './rule-words.ts';
import { withPreset } from './task-draft.ts';
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
  const add = async (file: File | undefined) => {
    const days = file === undefined ? [] : daysOfCalendar(await file.text());
    if (days.length === 0) return toast(words.noHolidays, 'bad');
    onChange({ holidays: [draft.holidays, ...days].filter((it) => it !== '').join('\n') });
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
