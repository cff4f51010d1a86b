import { problemsOfScript } from '../../../lambdas/domain/script/check/check-script.ts';
import type { Condition, Field, Next, Step } from '../../../lambdas/domain/script/script.ts';
import { sampleFile } from './sample-scripts.ts';

const ask: Field = {
  id: 'result',
  type: 'choice',
  label: 'Result',
  choices: [
    { value: 'done', label: 'Done' },
    { value: 'again', label: 'Again' },
  ],
};
const comment: Field = { id: 'comment', type: 'text', label: 'Comment' };
const amount: Field = { id: 'amount', type: 'number', label: 'Amount', min: 1, max: 9 };
const agreed: Field = { id: 'agreed', type: 'yes-no', label: 'Agreed' };

const step = (id: string, next: Next, ...fields: Field[]): Step => ({ id, fields, next });
const problems = (...steps: Step[]) => problemsOfScript({ title: 'T', start: 'a', steps });

test('the sample makes sense', () => {
  expect(problemsOfScript(sampleFile)).toEqual([]);
});

describe('steps', () => {
  test('that are unknown', () => {
    expect(problems(step('a', 'b'))).toEqual(['step “a”: next leads to “b”, which is not a step']);
    expect(problems(step('a', [{ to: 'b' }]))).toEqual([
      'step “a”: next leads to “b”, which is not a step',
    ]);
    expect(problemsOfScript({ title: 'T', start: 'x', steps: [step('a', 'end')] })).toEqual([
      'script: start is “x”, which is not a step',
    ]);
  });

  test('that cannot be reached', () => {
    expect(problems(step('a', 'end'), step('b', 'a', ask))).toEqual([
      'step “b”: cannot be reached from the start',
    ]);
  });

  test('with one id', () => {
    expect(problems(step('a', 'b'), step('b', 'end'), step('b', 'end'))).toEqual([
      'step “b”: more than one step has this id',
    ]);
  });

  test('from which there is no end', () => {
    expect(problems(step('a', 'b', ask), step('b', 'b', agreed))).toEqual([
      'step “a”: the end cannot be reached from it',
      'step “b”: the end cannot be reached from it',
    ]);
  });
});

describe('loops', () => {
  const until = (...fields: Field[]) => [
    step('a', 'b', ask),
    step('b', 'c', ...fields),
    step('c', [{ when: { field: 'result', is: 'again' }, to: 'b' }, { to: 'end' }]),
  ];

  test('without a question would go round for ever', () => {
    expect(problems(...until())).toEqual(['steps “b” → “c” → “b”: a loop without a question']);
  });

  test('that ask for texts alone would do so on a telephone', () => {
    expect(problems(...until(comment))).toEqual([
      'steps “b” → “c” → “b”: a loop that asks for texts alone, which a telephone cannot ask for',
    ]);
  });

  test('with a question are good', () => {
    expect(problems(...until(agreed))).toEqual([]);
  });

  test('of a single step', () => {
    const again: Next = [{ when: { field: 'result', is: 'again' }, to: 'b' }, { to: 'end' }];
    expect(problems(step('a', 'b', ask), step('b', again))).toEqual([
      'steps “b” → “b”: a loop without a question',
    ]);
  });
});

describe('branches', () => {
  const branching = (next: Next) =>
    problems(step('a', next, ask, amount), step('b', 'end', agreed));

  test('need a last one without a condition', () => {
    expect(branching([{ when: { field: 'result', is: 'done' }, to: 'b' }])).toEqual([
      'step “a”, branch 1: the last branch must have no condition, for when none holds',
    ]);
  });

  test('after one without a condition are never taken', () => {
    expect(branching([{ to: 'b' }, { to: 'end' }])).toEqual([
      'step “a”, branch 1: has no condition, so that the branches after it are never taken',
    ]);
  });

  test.each([
    [{ field: 'foo', isSet: true }, 'asks about field “foo”, which the script does not have'],
    [
      { field: 'constructor', isSet: true },
      'asks about field “constructor”, which the script does not have',
    ],
    [
      { field: 'agreed', is: true },
      'asks about field “agreed” of step “b”, which never comes before',
    ],
    [
      { field: 'result', is: 'foo' },
      'field “result” is never "foo": Choose one of the answers; “foo” is none of them.',
    ],
    [
      { field: 'result', is: ['done', true] },
      'field “result” is never true: Choose one of the answers; “true” is none of them.',
    ],
    [{ field: 'amount', is: 10 }, 'field “amount” is never 10: The most is 9; 10 is more.'],
    [{ field: 'amount', is: '5' }, 'field “amount” is never "5": An answer is written 5.'],
    [
      { any: [{ all: [{ field: 'foo', isSet: false }] }] },
      'asks about field “foo”, which the script does not have',
    ],
  ])('with the condition %j', (when, problem) => {
    expect(branching([{ when, to: 'b' }, { to: 'end' }])).toEqual([
      `step “a”, branch 1: ${problem}`,
    ]);
  });

  test('never compare phone numbers, which are written in many ways', () => {
    const phone: Field = { id: 'other', type: 'phone', label: 'Other number' };
    const asks = (when: Condition) =>
      problems(step('a', [{ when, to: 'end' }, { to: 'end' }], phone));
    expect(asks({ field: 'other', is: '020 7946 0590' })).toEqual([
      'step “a”, branch 1: field “other” is a phone number, which is written in many ways: ask isSet',
    ]);
    expect(asks({ field: 'other', isSet: true })).toEqual([]);
  });

  test('may ask in a loop about what is asked later on the way round', () => {
    const steps = [
      step('a', [{ when: { field: 'agreed', is: true }, to: 'end' }, { to: 'b' }], ask),
      step('b', 'a', agreed),
    ];
    expect(problems(...steps)).toEqual([]);
  });
});

describe('fields', () => {
  test('have ids of their own in the whole script', () => {
    expect(problems(step('a', 'b', ask, ask), step('b', 'end', ask))).toEqual([
      'step “a”, field “result”: step “a” has a field with this id too',
      'step “b”, field “result”: step “a” has a field with this id too',
    ]);
  });

  test.each<[Field, string]>([
    [{ ...amount, min: 10 }, 'min 10 is more than max 9'],
    [{ ...comment, min: 501 }, 'min 501 is more than max 500'],
    [{ ...amount, default: 10 }, 'default 10: The most is 9; 10 is more.'],
    [
      { ...ask, default: 'foo' },
      'default "foo": Choose one of the answers; “foo” is none of them.',
    ],
    [{ ...comment, default: ' x ' }, 'default " x ": An answer is written "x".'],
    [{ ...comment, default: '' }, 'default "": An answer is never empty.'],
    [
      { id: 'd', type: 'date', label: 'D', default: '2027-02-30' },
      'default "2027-02-30": The calendar does not have the day “2027-02-30”.',
    ],
    [
      { id: 'd', type: 'time', label: 'D', default: '9:30' },
      'default "9:30": Write a time as hours:minutes, 09:30; “9:30” is not one.',
    ],
    [
      { id: 'd', type: 'phone', label: 'D', default: 'home' },
      'default "home": Write a phone number; this cannot be one.',
    ],
    [
      { ...ask, choices: [...ask.choices, { value: 'done', label: 'Done too' }] },
      'two choices have the value “done”',
    ],
    [
      { ...ask, choices: [...ask.choices, { value: 'third', label: 'Third', key: '1' }] },
      'choices “done” and “third” have the same key 1',
    ],
  ])('that cannot be answered: %j', (field, problem) => {
    expect(problems(step('a', 'end', field))).toEqual([
      `step “a”, field “${field.id}”: ${problem}`,
    ]);
  });
});

describe('columns', () => {
  const minutes: Field = { id: 'm', type: 'minutes', label: 'M', column: 'callaftermin' };
  const date: Field = { id: 'd', type: 'date', label: 'D', column: 'date_callback' };
  const time: Field = { id: 't', type: 'time', label: 'T', column: 'time_callback' };

  test.each<[string, Field['type']]>([
    ['callaftermin', 'minutes'],
    ['date_callback', 'date'],
    ['time_callback', 'time'],
    ['tel', 'phone'],
  ])('%s takes a field of its own type: %s', (column, type) => {
    expect(problems(step('a', 'end', { ...amount, column }))).toContain(
      `step “a”, field “amount”: writes to ${column}, so that its type must be ${type}, got number`,
    );
  });

  test('a date needs a time after it, in the same step', () => {
    const problem =
      'step “a”: date_callback needs a field for time_callback after it in the same step';
    expect(problems(step('a', 'end', date))).toEqual([problem]);
    expect(problems(step('a', 'end', time, date))).toEqual([problem]);
    expect(problems(step('a', 'b', date), step('b', 'end', time))).toEqual([problem]);
    expect(problems(step('a', 'end', minutes, date, time))).toEqual([]);
    expect(problems(step('a', 'end', time))).toEqual([]);
  });

  test('minutes are asked first: they make date and time needless', () => {
    expect(problems(step('a', 'end', date, time, minutes))).toEqual([
      'step “a”: the field for callaftermin must stand before date_callback and time_callback',
    ]);
  });

  test('one column is written once on a path', () => {
    const [one, two]: Field[] = [
      { ...amount, column: 'сумма' },
      { ...agreed, column: 'сумма' },
    ];
    const problem = 'field “agreed”: writes to сумма, as field “amount” does on the same path';
    expect(problems(step('a', 'end', one as Field, two as Field))).toEqual([
      `step “a”, ${problem}`,
    ]);
    expect(problems(step('a', 'b', one as Field), step('b', 'end', two as Field))).toEqual([
      `step “b”, ${problem}`,
    ]);
  });

  test('but may be written on either of two paths', () => {
    const fork: Next = [{ when: { field: 'result', is: 'done' }, to: 'b' }, { to: 'c' }];
    const steps = [
      step('a', fork, ask),
      step('b', 'end', { ...amount, column: 'сумма' }),
      step('c', 'end', { ...agreed, column: 'сумма' }),
    ];
    expect(problems(...steps)).toEqual([]);
  });
});
