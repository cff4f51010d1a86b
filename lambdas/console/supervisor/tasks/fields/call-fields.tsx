import { SelectField, TextField } from '../../../parts/field.tsx';
import { Check } from '../../../parts/switch.tsx';
import { problemAt } from '../../problems.ts';
import { countryOptions, zoneOptions } from '../places.ts';
import { taskWords } from '../task-words.ts';
import type { TaskFormProps } from './task-form-props.ts';

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
        <SelectField
          label={words.country}
          help={words.countryHelp}
          value={draft.country}
          problem={problemAt(problems, 'country')}
          options={countryOptions(draft.country)}
          onChange={(country) => onChange({ country })}
        />
        <ZoneField {...props} />
      </div>
      <Check
        label={words.attachCalls}
        checked={draft.attachCalls}
        onChange={(attachCalls) => onChange({ attachCalls })}
      />
      <Check
        label={words.detectMachines}
        checked={draft.detectMachines}
        onChange={(detectMachines) => onChange({ detectMachines })}
      />
    </>
  );
}

function ZoneField({ draft, problems, onChange }: TaskFormProps) {
  const words = taskWords();
  return (
    <SelectField
      label={words.timeZone}
      help={words.timeZoneHelp}
      value={draft.timeZone}
      problem={problemAt(problems, 'timeZone')}
      options={zoneOptions(draft.timeZone)}
      onChange={(timeZone) => onChange({ timeZone })}
    />
  );
}
