import { useId } from 'preact/hooks';
import { Field, TextField } from '../../parts/field.tsx';
import { Check } from '../../parts/switch.tsx';
import { language } from '../../words/language.ts';
import { problemAt } from '../problems.ts';
import type { TaskFormProps } from './task-form-props.ts';
import { taskWords } from './task-words.ts';

/** From which number customers are called, and how theirs are read. */
export function CallFields(props: TaskFormProps) {
  const words = taskWords();
  const { draft, problems, onChange } = props;
  return (
    <>
      <TextField
        label={words.callerId}
        help={words.callerIdHelp}
        type="tel"
        value={draft.callerId}
        problem={problemAt(problems, 'callerId')}
        onInput={(callerId) => onChange({ callerId: callerId.trim() })}
      />
      <div class="two-fields">
        <TextField
          label={words.country}
          help={countryName(draft.country) ?? words.countryHelp}
          maxLength={2}
          value={draft.country}
          problem={problemAt(problems, 'country')}
          onInput={(country) => onChange({ country: country.toUpperCase() })}
        />
        <ZoneField {...props} />
      </div>
      <Check
        label={words.attachCalls}
        checked={draft.attachCalls}
        onChange={(attachCalls) => onChange({ attachCalls })}
      />
    </>
  );
}

function ZoneField({ draft, problems, onChange }: TaskFormProps) {
  const words = taskWords();
  const zones = useId();
  return (
    <Field
      label={words.timeZone}
      help={words.timeZoneHelp}
      problem={problemAt(problems, 'timeZone')}
    >
      {(control) => (
        <>
          <input
            class="input"
            list={zones}
            autocomplete="off"
            {...control}
            value={draft.timeZone}
            onInput={(event) => onChange({ timeZone: event.currentTarget.value })}
          />
          <datalist id={zones}>
            {Intl.supportedValuesOf('timeZone').map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}

function countryName(code: string): string | undefined {
  if (!/^[A-Z]{2}$/.test(code)) return undefined;
  const name = new Intl.DisplayNames(language.value, { type: 'region', fallback: 'none' }).of(code);
  return name;
}
