import { SelectField, TextField } from '../../parts/field.tsx';
import { FormGroup } from '../form-group.tsx';
import { problemAt } from '../problems.ts';
import { maySuperviseAll } from '../rights.ts';
import { attemptFields, limitFields, type NumberField, paceFields } from './drafts/task-draft.ts';
import { AboutFields } from './fields/about-fields.tsx';
import { ApologyFields, apologyFieldWords } from './fields/apology-fields.tsx';
import { CallFields } from './fields/call-fields.tsx';
import { DeskFields, deskFieldWords } from './fields/desk-fields.tsx';
import { HoursEditor } from './fields/hours-editor.tsx';
import { MessageFields, messageFieldWords } from './fields/message-fields.tsx';
import { OperatorPicker } from './fields/operator-picker.tsx';
import { ReachFields } from './fields/reach-fields.tsx';
import { reachWords } from './fields/reach-words.ts';
import { RecordingFields, recordingFieldWords } from './fields/recording-fields.tsx';
import { HolidayField, PresetPicker, WishField } from './fields/rule-fields.tsx';
import type { TaskFormProps } from './fields/task-form-props.ts';
import { taskWords } from './task-words.ts';

export function TaskForm(props: TaskFormProps) {
  const { groups } = taskWords();
  return (
    <>
      <FormGroup title={groups.about} text={groups.aboutText}>
        <AboutFields {...props} />
      </FormGroup>
      <FormGroup title={groups.numbers} text={groups.numbersText}>
        <CallFields {...props} />
      </FormGroup>
      <FormGroup title={reachWords().title} text={reachWords().text}>
        <ReachFields {...props} />
      </FormGroup>
      <FormGroup title={groups.people} text={groups.peopleText}>
        <OperatorPicker {...props} />
        <LeadsField {...props} />
        <ReleaseField {...props} />
      </FormGroup>
      <FormGroup title={recordingFieldWords().title} text={recordingFieldWords().text}>
        <RecordingFields {...props} />
      </FormGroup>
      <FormGroup title={messageFieldWords().title} text={messageFieldWords().text}>
        <MessageFields {...props} />
      </FormGroup>
      <FormGroup title={deskFieldWords().title} text={deskFieldWords().text}>
        <DeskFields {...props} />
      </FormGroup>
      <FormGroup title={apologyFieldWords().title} text={apologyFieldWords().text}>
        <ApologyFields {...props} />
      </FormGroup>
      <FormGroup title={groups.hours} text={groups.hoursText}>
        <PresetPicker {...props} />
        <HoursEditor {...props} />
        <HolidayField {...props} />
        <WishField {...props} />
      </FormGroup>
      <FormGroup title={groups.attempts} text={groups.attemptsText}>
        <NumberFields {...props} names={attemptFields} />
        <AttemptLimits {...props} />
      </FormGroup>
      <FormGroup title={groups.pace} text={groups.paceText}>
        <NumberFields {...props} names={paceFields} />
      </FormGroup>
    </>
  );
}

function NumberFields(props: TaskFormProps & { names: readonly NumberField[] }) {
  const words = taskWords();
  const { draft, problems, onChange, names } = props;
  return (
    <div class="number-fields">
      {names.map((name) => (
        <TextField
          key={name}
          label={words.numberFields[name]}
          inputMode="numeric"
          value={draft.numbers[name]}
          problem={problemAt(problems, name)}
          onInput={(value) => onChange({ numbers: { ...draft.numbers, [name]: value } })}
        />
      ))}
    </div>
  );
}

function LeadsField({ draft, problems, onChange }: TaskFormProps) {
  const words = taskWords();
  return (
    <fieldset class="editor-fields" disabled={!maySuperviseAll()}>
      <TextField
        label={words.leads}
        help={words.leadsHelp}
        optional
        value={draft.leads}
        problem={problemAt(problems, 'leads')}
        onInput={(leads) => onChange({ leads })}
      />
    </fieldset>
  );
}

function ReleaseField({ draft, problems, onChange }: TaskFormProps) {
  const words = taskWords();
  return (
    <TextField
      label={words.releaseAfterMinutes}
      help={words.releaseAfterMinutesHelp}
      inputMode="numeric"
      value={draft.releaseAfterMinutes}
      problem={problemAt(problems, 'releaseAfterMinutes')}
      onInput={(releaseAfterMinutes) => onChange({ releaseAfterMinutes })}
    />
  );
}

function AttemptLimits({ draft, problems, onChange }: TaskFormProps) {
  const words = taskWords();
  const options = (['finish', 'stop'] as const).map((value) => ({
    value,
    label: words.afterDisconnectOptions[value],
  }));
  return (
    <div class="two-fields">
      {limitFields.map((name) => (
        <TextField
          key={name}
          label={words.limits[name]}
          help={words.limitHelp}
          inputMode="numeric"
          value={draft.limits[name]}
          problem={problemAt(problems, name)}
          onInput={(value) => onChange({ limits: { ...draft.limits, [name]: value } })}
        />
      ))}
      <SelectField
        label={words.afterDisconnect}
        value={draft.afterDisconnect}
        options={options}
        onChange={(value) => onChange({ afterDisconnect: value === 'stop' ? 'stop' : 'finish' })}
      />
    </div>
  );
}
