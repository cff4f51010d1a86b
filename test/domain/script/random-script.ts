import fc from 'fast-check';
import { readScript } from '../../../lambdas/domain/script/check/check-script.ts';
import type {
  Condition,
  Field,
  Next,
  Script,
  Step,
  Value,
} from '../../../lambdas/domain/script/script.ts';

/** Scripts as people might write them, from the simplest to the muddled, all of them accepted. */

const spokenTypes = ['choice', 'yes-no', 'number', 'minutes', 'phone', 'date', 'time'] as const;
const allTypes = [...spokenTypes, 'text', 'long-text'] as const;

/** Answers that fields of a type can have. */
export const possibleValues: Record<Field['type'], readonly [Value, Value, Value]> = {
  choice: ['a', 'b', 'c'],
  'yes-no': [true, false, true],
  'do-not-call': [true, false, true],
  voicemail: [true, false, true],
  number: [0, 12.5, 700],
  minutes: [0, 5, 525_600],
  phone: ['02079460590', '+442079460591', '442079460592'],
  date: ['2026-11-23', '2028-02-29', '2027-01-31'],
  time: ['00:00', '09:30', '23:59'],
  text: ['a text', 'ё', '{имя} <b>'],
  'long-text': ['a\nb', '5', 'true'],
};

interface FieldSeed {
  type: Field['type'];
  required: boolean;
  hasDefault: boolean;
  column: boolean;
}

interface StepSeed {
  fields: FieldSeed[];
  promise: boolean;
  branches: { field: number; values: number; kind: number; to: number }[];
}

const seedsOf = (types: readonly Field['type'][]): fc.Arbitrary<StepSeed[]> => {
  const field = fc.record({
    type: fc.constantFrom(...types),
    required: fc.boolean(),
    hasDefault: fc.boolean(),
    column: fc.boolean(),
  });
  const branch = fc.record({ field: fc.nat(), values: fc.nat(7), kind: fc.nat(4), to: fc.nat() });
  const step = fc.record({
    fields: fc.array(field, { maxLength: 3 }),
    promise: fc.boolean(),
    branches: fc.array(branch, { maxLength: 3 }),
  });
  return fc.array(step, { minLength: 1, maxLength: 6 });
};

export const scripts: fc.Arbitrary<Script> = accepted(seedsOf(allTypes));
export const spokenScripts: fc.Arbitrary<Script> = accepted(seedsOf(spokenTypes));

/** Random branches may lead round without a question: such scripts are refused, and left out. */
function accepted(seeds: fc.Arbitrary<StepSeed[]>): fc.Arbitrary<Script> {
  const isAccepted = (script: Script) => 'script' in readScript(script);
  return seeds.map(scriptFrom).filter(isAccepted);
}

function scriptFrom(seeds: StepSeed[]): Script {
  const promising = seeds.findIndex(({ promise }) => promise);
  const fields = seeds.map((seed, index) => [
    ...seed.fields.map((field, place) => fieldFrom(field, fieldId(index, place))),
    ...(index === promising ? promiseFields : []),
  ]);
  const ids = [...seeds.map((_, index) => `s${index}`), 'end'];
  const steps = seeds.map((seed, index): Step => {
    const asked = fields.slice(0, index + 1).flat();
    const next = nextFrom(seed, { asked, ids, following: ids[index + 1] ?? 'end' });
    return { id: `s${index}`, fields: fields[index] ?? [], next };
  });
  return { title: 'Random', start: 's0', steps };
}

function fieldId(step: number, place: number): string {
  return `f${step}-${place}`;
}

function fieldFrom({ type, required, hasDefault, column }: FieldSeed, id: string): Field {
  const choices = possibleValues.choice.map((value) => ({ value: String(value), label: 'C' }));
  return {
    id,
    type,
    label: 'F',
    required,
    ...(hasDefault && { default: possibleValues[type][1] }),
    ...(column && { column: id }),
    ...(type === 'choice' && { choices }),
  } as Field;
}

const promiseFields: Field[] = [
  { id: 'minutes', type: 'minutes', label: 'M', column: 'callaftermin' },
  { id: 'date', type: 'date', label: 'D', column: 'date_callback' },
  { id: 'time', type: 'time', label: 'T', column: 'time_callback' },
];

interface Surroundings {
  asked: Field[];
  ids: string[];
  following: string;
}

/** All steps are reached and the end is in sight, since the last branch goes to the next step. */
function nextFrom({ branches }: StepSeed, { asked, ids, following }: Surroundings): Next {
  if (asked.length === 0 || branches.length === 0) return following;
  const taken = branches.map(({ field, values, kind, to }) => ({
    when: conditionFrom(asked[field % asked.length] as Field, values, kind),
    to: ids[to % ids.length] as string,
  }));
  return [...taken, { to: following }];
}

function conditionFrom(field: Field, values: number, kind: number): Condition {
  const possible = possibleValues[field.type].filter((_, index) => (values >> index) % 2 === 1);
  const isOne: Condition = { field: field.id, is: possible[0] ?? possibleValues[field.type][2] };
  const isSome: Condition = { field: field.id, is: possible };
  const isSet: Condition = { field: field.id, isSet: values % 2 === 0 };
  if (field.type === 'phone') return isSet;
  const conditions = [isOne, isSet, { any: [isOne, isSet] }, { all: [isOne, isSet] }];
  return conditions[kind] ?? (possible.length > 0 ? isSome : isOne);
}
