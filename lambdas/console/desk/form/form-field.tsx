import { fieldProblemText } from '../../../domain/script/fields/field-problem.ts';
import type { Field, Value } from '../../../domain/script/script.ts';
import { textIn } from '../../../domain/script/script-text.ts';
import { LongTextField, TextField } from '../../parts/field.tsx';
import { language } from '../../words/language.ts';
import { ChoiceInput, type Option } from './choice-input.tsx';
import { formWords } from './form-words.ts';
import type { FormKeeper } from './keeping/form-keeper.ts';

export interface FormFieldProps {
  field: Field;
  /** Of a form, or of the preview of one. */
  keeper: Pick<FormKeeper, 'draft' | 'problems' | 'edit'>;
  /** One of several that answer one question together: none of them says that it is optional. */
  isPart?: boolean;
  /** What the server says against it. */
  refusal?: string | undefined;
  disabled?: boolean;
}

/** One question of the script. */
export function FormField({ field, keeper, isPart, refusal, disabled }: FormFieldProps) {
  const value = keeper.draft.value[field.id];
  const frame = {
    label: textIn(field.label, language.value),
    help: field.help && textIn(field.help, language.value),
    problem: problemOf(field, keeper) ?? refusal,
    optional: !isPart && field.required !== true,
  };
  const set = (next: Value | undefined) => keeper.edit(field.id, next);
  return (
    <div data-field={field.id}>
      <Control field={field} frame={frame} value={value} set={set} disabled={disabled} />
    </div>
  );
}

interface ControlProps {
  field: Field;
  frame: {
    label: string;
    help: string | undefined;
    problem: string | undefined;
    optional: boolean;
  };
  value: Value | undefined;
  set: (value: Value | undefined) => void;
  disabled: boolean | undefined;
}

function Control({ field, frame, value, set, disabled }: ControlProps) {
  const text = value === undefined ? '' : String(value);
  switch (field.type) {
    case 'long-text':
      return <LongTextField {...frame} value={text} onInput={set} />;
    case 'choice':
      return <ChoiceInput {...frame} value={value} options={choicesOf(field)} onChange={set} />;
    case 'yes-no':
    case 'do-not-call':
    case 'voicemail':
      return <ChoiceInput {...frame} value={value} options={yesAndNo()} onChange={set} />;
    default:
      return (
        <TextField
          {...frame}
          {...inputs[field.type]}
          value={text}
          onInput={set}
          disabled={disabled}
        />
      );
  }
}

const inputs = {
  text: { type: 'text' },
  number: { type: 'text', inputMode: 'decimal' },
  minutes: { type: 'text', inputMode: 'numeric' },
  phone: { type: 'tel', inputMode: 'tel' },
  date: { type: 'date' },
  time: { type: 'time' },
} as const;

/** The keys are those of the telephone: 1 to 9, then 0, unless the script says otherwise. */
function choicesOf(field: Extract<Field, { type: 'choice' }>): Option[] {
  return field.choices.map(({ value, label, key }, index) => ({
    value,
    label: textIn(label, language.value),
    key: key ?? String((index + 1) % 10),
  }));
}

function yesAndNo(): Option[] {
  const words = formWords();
  return [
    { value: true, label: words.yes, key: '1' },
    { value: false, label: words.no, key: '2' },
  ];
}

function problemOf(field: Field, keeper: FormFieldProps['keeper']): string | undefined {
  const problem = keeper.problems.value.fields[field.id];
  if (problem === undefined || typeof problem === 'string') return problem;
  return fieldProblemText(problem, language.value);
}
