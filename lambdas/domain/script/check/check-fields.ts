import { type AnswerContext, boundsOf, readValue } from '../fields/field-value.ts';
import { optionsOf } from '../fields/keypad.ts';
import type { ChoiceField, Field, Step, Value } from '../script.ts';
import type { Complaint, Misfit, Place, ScriptProblem } from './script-problem.ts';

/** Whether the fields can be told apart and answered. */
export function problemsOfFields(steps: readonly Step[]): ScriptProblem[] {
  return [
    ...duplicates(steps),
    ...steps.flatMap((step) =>
      step.fields.flatMap((field) =>
        problemsOfField(field).map((problem) => ({ place: fieldAt(step, field), ...problem })),
      ),
    ),
  ];
}

export function fieldAt(step: Step, field: Field): Place {
  return [
    { of: 'step', name: step.id },
    { of: 'field', name: field.id },
  ];
}

function duplicates(steps: readonly Step[]): ScriptProblem[] {
  const owners = new Map<string, string>();
  return steps.flatMap((step) =>
    step.fields.flatMap((field): ScriptProblem[] => {
      const owner = owners.get(field.id);
      owners.set(field.id, owner ?? step.id);
      if (owner === undefined) return [];
      return [{ place: fieldAt(step, field), code: 'field-twice', owner }];
    }),
  );
}

function problemsOfField(field: Field): Complaint[] {
  return [...boundProblems(field), ...choiceProblems(field), ...defaultProblems(field)];
}

function boundProblems(field: Field): Complaint[] {
  if (!('min' in field || 'max' in field)) return [];
  const [least, most] = boundsOf(field);
  return least > most ? [{ code: 'bounds', least, most }] : [];
}

function choiceProblems(field: Field): Complaint[] {
  if (field.type !== 'choice') return [];
  const values = repeated(field.choices.map(({ value }) => value));
  const twice = values.map((value): Complaint => ({ code: 'value-twice', value }));
  return [...twice, ...keyProblems(field)];
}

function keyProblems(field: ChoiceField): Complaint[] {
  const options = optionsOf(field);
  return repeated(options.map(({ key }) => key)).map((key) => {
    const rivals = options.filter((option) => option.key === key);
    return { code: 'key-twice', values: rivals.map(({ value }) => value), key };
  });
}

function repeated(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text, index) => texts.indexOf(text) < index))];
}

function defaultProblems(field: Field): Complaint[] {
  if (field.default === undefined) return [];
  const misfit = misfitOf(field, field.default);
  if (misfit === undefined) return [];
  return [{ code: 'default', value: JSON.stringify(field.default), misfit }];
}

/** A number is judged by its digits alone: a script is not bound to a country. */
const anyCountry: AnswerContext = { isPhone: (text) => /\d{3}/.test(text) };

/** Why the field can never have this value; undefined when it can. */
export function misfitOf(field: Field, value: Value): Misfit | undefined {
  const reading = readValue(field, value, anyCountry);
  if ('problem' in reading) return reading.problem;
  if (reading.value === value) return undefined;
  return reading.value === undefined
    ? { code: 'never-empty' }
    : { code: 'written-otherwise', as: JSON.stringify(reading.value) };
}
