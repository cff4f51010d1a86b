import {
  answerStep,
  answersOf,
  answersToBeginWith,
  keepDraft,
  positionOf,
  startRun,
  stepBack,
} from '../../../lambdas/domain/script/run/run-script.ts';
import type { Field, Run, Script } from '../../../lambdas/domain/script/script.ts';
import { monday, runIn, sampleFile, scriptOf, straightScript } from './sample-scripts.ts';

const sample = scriptOf(sampleFile);

/** The run after these forms were sent, one after the other. */
function sent(script: Script, ...forms: object[]): Run {
  return forms.reduce<Run>(
    (run, form) => runIn(answerStep({ script, run }, { ...form }, monday)),
    startRun(script),
  );
}

/** Where a run stands: the steps just passed, and the step or the end. */
function whereIs(script: Script, run: Run): string {
  const position = positionOf({ script, run });
  const here = position.at === 'end' ? 'end' : position.step.id;
  return [...position.before.map(({ id }) => `(${id})`), here].join(' ');
}

function problemsAfter(form: object, run = startRun(sample)): object {
  const answered = answerStep({ script: sample, run }, { ...form }, monday);
  return 'problems' in answered ? answered.problems : {};
}

describe('the sample', () => {
  test.each<[object, string]>([
    [{ result: 'settled' }, 'end'],
    [{ result: 'settled', comment: 'рад' }, 'end'],
    [{ result: 'call-again' }, '(no-moment) talk'],
    [{ result: 'call-again', minutes: 30 }, 'confirm'],
    [{ result: 'refused', date: '2026-11-24', time: '15:00' }, 'confirm'],
    [{ result: 'settled', time: '15:00' }, 'confirm'],
  ])('%j leads to %s', (form, place) => {
    expect(whereIs(sample, sent(sample, form))).toBe(place);
  });

  test('a promise that is agreed ends the dialog', () => {
    const run = sent(sample, { result: 'call-again', minutes: '30' }, { agreed: 'yes' });
    expect(whereIs(sample, run)).toBe('end');
    const answers = { result: 'call-again', minutes: 30, agreed: true };
    expect(answersOf({ script: sample, run })).toEqual(answers);
  });

  test('a promise that is not agreed begins the form again, with what it held', () => {
    const run = sent(sample, { result: 'call-again', minutes: 30 }, { agreed: false });
    expect(whereIs(sample, run)).toBe('talk');
    const begun = answersToBeginWith({ script: sample, run });
    expect(begun).toEqual({ result: 'call-again', minutes: 30 });
  });

  test('whether it is agreed is asked anew each time round', () => {
    const promised = { result: 'call-again', minutes: 30 };
    const run = sent(sample, promised, { agreed: false }, { ...promised, minutes: 60 });
    expect(whereIs(sample, run)).toBe('confirm');
    expect(answersToBeginWith({ script: sample, run })).toEqual({});
  });

  test('what a step is answered the second time takes the place of the first', () => {
    const first = sent(
      sample,
      { result: 'call-again', comment: 'a', minutes: 30 },
      { agreed: false },
    );
    const run = runIn(answerStep({ script: sample, run: first }, { result: 'refused' }, monday));
    expect(whereIs(sample, run)).toBe('end');
    expect(answersOf({ script: sample, run })).toEqual({ result: 'refused', agreed: false });
  });
});

test('a step that is open again says what it said before, until it is answered anew', () => {
  const run = sent(sample, { result: 'call-again', minutes: 30 }, { agreed: false });
  const answers = { result: 'call-again', minutes: 30, agreed: false };
  expect(answersOf({ script: sample, run })).toEqual(answers);
});

test('what stands in an open step without having been sent does not count', () => {
  const run = { visits: [{ step: 'talk', answers: { result: 'settled' } }] };
  expect(answersOf({ script: sample, run })).toEqual({});
  expect(answersToBeginWith({ script: sample, run })).toEqual({ result: 'settled' });
});

describe('a form', () => {
  test('is refused whole, with a problem at each field', () => {
    const form = { comment: 5, date: '2026-11-31', time: '15:00', foo: 'bar', constructor: 1 };
    expect(problemsAfter(form)).toEqual({
      result: { code: 'required' },
      comment: { code: 'not-a-text' },
      date: { code: 'no-such-day', got: '2026-11-31' },
      foo: { code: 'not-asked' },
      constructor: { code: 'not-asked' },
    });
  });

  test('with a date needs a time', () => {
    const form = { result: 'settled', date: '2026-11-24' };
    expect(problemsAfter(form)).toEqual({ time: { code: 'time-needed' } });
    const wrong = { code: 'not-a-time', got: 'noon' };
    expect(problemsAfter({ ...form, time: 'noon' })).toEqual({ time: wrong });
  });

  test('with minutes ignores date and time, whatever they hold', () => {
    const form = { result: 'settled', minutes: 30, date: 'tomorrow' };
    const run = sent(sample, form);
    expect(answersOf({ script: sample, run })).toEqual({ result: 'settled', minutes: 30 });
  });

  test('after the end changes nothing', () => {
    const run = sent(sample, { result: 'settled' });
    expect(answerStep({ script: sample, run }, { result: 'refused' }, monday)).toEqual({ run });
  });
});

const name: Field = { id: 'name', type: 'text', label: 'Name', default: 'Anna' };
const wants: Field = { id: 'wants', type: 'yes-no', label: 'Wants', required: true };
const sum: Field = { id: 'sum', type: 'number', label: 'Sum' };

describe('defaults', () => {
  const script = straightScript([name, wants]);

  test('begin the form', () => {
    expect(answersToBeginWith({ script, run: startRun(script) })).toEqual({ name: 'Anna' });
  });

  test('are no answers where they were taken out', () => {
    const run = sent(script, { name: '', wants: true });
    expect(answersOf({ script, run })).toEqual({ wants: true });
  });
});

describe('going back', () => {
  const fork = [{ when: { field: 'wants', is: true }, to: 'more' }, { to: 'end' }];
  const script = scriptOf({
    title: 'Fork',
    start: 'hello',
    steps: [
      { id: 'hello', fields: [], next: 'first' },
      { id: 'first', fields: [name, wants], next: [fork[0], { to: 'between' }] },
      { id: 'between', fields: [], next: 'end' },
      { id: 'more', fields: [sum], next: 'between' },
    ],
  });
  const atMore = sent(script, { name: '', wants: true });

  test('goes over what asks nothing', () => {
    const ended = runIn(answerStep({ script, run: atMore }, { sum: 5 }, monday));
    expect(whereIs(script, ended)).toBe('(between) end');
    const back = stepBack({ script, run: ended });
    expect(whereIs(script, back)).toBe('more');
    expect(whereIs(script, stepBack({ script, run: back }))).toBe('(hello) first');
  });

  test('keeps every answer, also that a default was taken out', () => {
    const ended = runIn(answerStep({ script, run: atMore }, { sum: 5 }, monday));
    const back = stepBack({ script, run: stepBack({ script, run: ended }) });
    const begun = answersToBeginWith({ script, run: back });
    expect(begun).toEqual({ wants: true });
    const again = runIn(answerStep({ script, run: back }, begun, monday));
    expect(answersToBeginWith({ script, run: again })).toEqual({ sum: 5 });
  });

  test('answers that are not on the path any more do not count', () => {
    const ended = runIn(answerStep({ script, run: atMore }, { sum: 5 }, monday));
    const back = stepBack({ script, run: stepBack({ script, run: ended }) });
    expect(answersOf({ script, run: back })).toEqual({});
    const otherwise = runIn(answerStep({ script, run: back }, { wants: false }, monday));
    expect(whereIs(script, otherwise)).toBe('(between) end');
    expect(answersOf({ script, run: otherwise })).toEqual({ wants: false });
  });

  test('from the first step goes nowhere', () => {
    const run = startRun(script);
    expect(stepBack({ script, run })).toEqual(run);
  });

  test('keeps a draft', () => {
    const drafted = keepDraft({ script, run: atMore }, { sum: 7 });
    expect(answersOf({ script, run: drafted })).toEqual({ wants: true });
    const back = stepBack({ script, run: drafted });
    const again = runIn(answerStep({ script, run: back }, { wants: true }, monday));
    expect(answersToBeginWith({ script, run: again })).toEqual({ sum: 7 });
  });
});

describe('every dialog ends', () => {
  test('after a hundred steps, however often it is sent round', () => {
    let run = startRun(sample);
    let rounds = 0;
    while (positionOf({ script: sample, run }).at !== 'end') {
      run = runIn(answerStep({ script: sample, run }, { result: 'call-again' }, monday));
      rounds += 1;
    }
    // Every round visits the form and the sentence that it needs a moment.
    expect(rounds).toBe(50);
    expect(run.visits).toHaveLength(100);
  });

  test('even where a script that was never checked goes round by itself', () => {
    const script: Script = { title: 'T', start: 'a', steps: [{ id: 'a', fields: [], next: 'a' }] };
    const position = positionOf({ script, run: startRun(script) });
    expect(position.at).toBe('end');
  });
});

test('conditions: any, all, one of several values, not answered', () => {
  const to = (when: object) =>
    scriptOf({
      title: 'T',
      start: 'a',
      steps: [
        {
          id: 'a',
          fields: [sum, { ...wants, required: false }],
          next: [{ when, to: 'yes' }, { to: 'no' }],
        },
        { id: 'yes', fields: [], next: 'end' },
        { id: 'no', fields: [], next: 'end' },
      ],
    });
  const meets = (when: object, form: object) =>
    whereIs(to(when), sent(to(when), form)) === '(yes) end';
  expect(meets({ field: 'sum', is: [1, 2] }, { sum: 2 })).toBe(true);
  expect(meets({ field: 'sum', is: [1, 2] }, { sum: 3 })).toBe(false);
  expect(meets({ field: 'wants', is: false }, {})).toBe(false);
  expect(meets({ field: 'wants', isSet: false }, {})).toBe(true);
  expect(meets({ field: 'wants', isSet: true }, { wants: false })).toBe(true);
  const both = [
    { field: 'wants', is: true },
    { field: 'sum', isSet: true },
  ];
  expect(meets({ all: both }, { wants: true })).toBe(false);
  expect(meets({ all: both }, { wants: true, sum: 1 })).toBe(true);
  expect(meets({ any: both }, { wants: true })).toBe(true);
  expect(meets({ any: both }, {})).toBe(false);
});

test('a run of another script is a mistake, and says so', () => {
  const run = { visits: [{ step: 'gone', answers: {} }] };
  expect(() => positionOf({ script: sample, run })).toThrow('the script has no step “gone”');
});
