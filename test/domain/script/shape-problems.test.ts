import { problemsOfScript } from '../../../lambdas/domain/script/check/check-script.ts';
import { storedScriptSchema } from '../../../lambdas/domain/script/script.ts';
import { sampleFile } from './sample-scripts.ts';

const field = { id: 'amount', type: 'number', label: 'Amount' };
const choice = { value: 'done', label: 'Done' };
const withStep = (step: object) =>
  problemsOfScript({
    title: 'T',
    start: 'a',
    steps: [{ id: 'a', fields: [], next: 'end', ...step }],
  });
const withField = (given: object) => withStep({ fields: [{ ...field, ...given }] });

test.each<[unknown, string[]]>([
  [undefined, ['script: is missing']],
  ['{}', ['script: must be an object, got "{}"']],
  [[], ['script: must be an object, got []']],
  [{}, ['script: “title” is missing', 'script: “start” is missing', 'script: “steps” is missing']],
  [
    { title: 5, start: 'a', steps: 'none' },
    [
      'script: “title” must be a text, or a text by language: { "en": "…", "ru": "…" }, got 5',
      'script: “steps” must be a list, got "none"',
    ],
  ],
  [{ title: 'T', start: 'a', steps: [] }, ['script: “steps” must have at least 1 members, got 0']],
])('%j is no script', (given, problems) => {
  expect(problemsOfScript(given)).toEqual(problems);
});

test.each<[object, string]>([
  [
    { id: 'end' },
    'step “end”: “id” must not be “end”, which means the end of the script, got "end"',
  ],
  [
    { id: '1st' },
    'step “1st”: “id” must begin with a letter and have at most 32 letters, digits, - or _, got "1st"',
  ],
  [
    { id: 'constructor' },
    'step “constructor”: “id” must not be a name that every object has, got "constructor"',
  ],
  [{ id: undefined }, 'step 1: “id” is missing'],
  [{ feilds: [] }, 'step “a”: has no property “feilds”'],
  [{ next: 5 }, 'step “a”: “next” must be a step, “end” or a list of branches, got 5'],
  [{ next: [] }, 'step “a”: “next” must have at least 1 members, got 0'],
  [{ next: [{ when: { field: 'x', isSet: true } }] }, 'step “a”, branch 1: “to” is missing'],
  [
    { next: [{ when: { field: 'x', iss: 5 }, to: 'end' }] },
    'step “a”, branch 1: “when” must be { field, is }, { field, isSet }, { any: [ … ] } or { all: [ … ] }, got {"field":"x","iss":5}',
  ],
  [
    { next: [{ when: { any: [{ field: 'x', isSet: 'yes' }] }, to: 'end' }] },
    'step “a”, branch 1: “when.any.0.isSet” must be true or false, got "yes"',
  ],
  [{ text: {} }, 'step “a”: “text” must be given in en or ru, got {}'],
])('a step with %j', (step, problem) => {
  expect(withStep(step)).toEqual([problem]);
});

test('a text in another language', () => {
  expect(withStep({ text: { de: 'Hallo' } })).toEqual([
    'step “a”: “text” has no property “de”',
    'step “a”: “text” must be given in en or ru, got {"de":"Hallo"}',
  ]);
});

const types =
  'text, long-text, choice, yes-no, do-not-call, voicemail, number, minutes, phone, date, time';

test.each<[object, string]>([
  [{ lable: 'x' }, 'step “a”, field “amount”: has no property “lable”'],
  [{ label: undefined }, 'step “a”, field “amount”: “label” is missing'],
  [{ type: 'txt' }, `step “a”, field “amount”: “type” must be one of ${types}, got "txt"`],
  [{ type: undefined }, 'step “a”, field “amount”: “type” is missing'],
  [{ default: 'x' }, 'step “a”, field “amount”: “default” must be a number, got "x"'],
  [{ min: -1 }, 'step “a”, field “amount”: “min” must be at least 0, got -1'],
  [
    { type: 'minutes', max: 1.5 },
    'step “a”, field “amount”: “max” must be a whole number, got 1.5',
  ],
  [
    { type: 'minutes', max: 600_000 },
    'step “a”, field “amount”: “max” must be at most 525600, got 600000',
  ],
  [{ choices: [choice] }, 'step “a”, field “amount”: has no property “choices”'],
  [{ type: 'choice' }, 'step “a”, field “amount”: “choices” is missing'],
  [
    { type: 'choice', choices: [choice, { ...choice, value: 'two', key: '12' }] },
    'step “a”, field “amount”, choice 2: “key” must be one digit in quotation marks, got "12"',
  ],
  [
    { type: 'choice', choices: [{ ...choice, key: 1 }] },
    'step “a”, field “amount”, choice 1: “key” must be a text, got 1',
  ],
])('a field with %j', (given, problem) => {
  expect(withField(given)).toEqual([problem]);
});

test.each(['task', 'Id', 'status', 'date_call', '_order'])('no form writes to %s', (column) => {
  expect(withField({ column })).toEqual([
    `step “a”, field “amount”: “column” must be a column that a form may write: not task, Id, status, date_call, and none that begins with _, got "${column}"`,
  ]);
});

test('long values are cut', () => {
  expect(withField({ min: 'x'.repeat(100) })).toEqual([
    `step “a”, field “amount”: “min” must be a number, got "${'x'.repeat(39)}…`,
  ]);
});

test('conditions within conditions without end are refused, not followed', () => {
  let when: object = { field: 'x', isSet: true };
  for (let level = 0; level < 20_000; level += 1) when = { any: [when] };
  expect(withStep({ next: [{ when, to: 'end' }, { to: 'end' }] })).toEqual([
    'script: must be nested at most 20 levels deep',
  ]);
});

test('a script that would not fit into the database is refused', () => {
  const help = 'ё'.repeat(1900);
  const steps = Array.from({ length: 60 }, (_, index) => ({
    id: `s${index}`,
    text: help,
    fields: [],
    next: index < 59 ? `s${index + 1}` : 'end',
  }));
  const [problem] = problemsOfScript({ title: 'T', start: 's0', steps });
  expect(problem).toMatch(/^script: must have at most 90000 characters as JSON, got 11\d{4}$/);
});

test('a stored script has an id and a version, from 1', () => {
  const stored = { ...(sampleFile as object), id: 'demo', version: 1 };
  expect(storedScriptSchema.safeParse(stored).success).toBe(true);
  expect(storedScriptSchema.safeParse({ ...stored, version: 0 }).success).toBe(false);
  expect(storedScriptSchema.safeParse({ ...stored, id: 'a b' }).success).toBe(false);
});
