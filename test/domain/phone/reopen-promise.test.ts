import { promiseVisit, reopenPromise } from '../../../lambdas/domain/phone/reopen-promise.ts';
import { nextQuestion } from '../../../lambdas/domain/script/run/question.ts';
import { answersOf } from '../../../lambdas/domain/script/run/run-script.ts';
import type { Run } from '../../../lambdas/domain/script/script.ts';
import { sampleFile, scriptOf } from '../script/sample-scripts.ts';

const script = scriptOf(sampleFile);

const byKeys: Run = {
  visits: [
    {
      step: 'talk',
      answers: { result: 'call-again' },
      asked: ['result', 'minutes', 'date', 'time'],
      left: true,
    },
    { step: 'no-moment', answers: {}, left: true },
    {
      step: 'talk',
      answers: { result: 'settled', comment: 'да', date: '2026-11-24', time: '03:00' },
      asked: ['result', 'minutes', 'date', 'time'],
      left: true,
    },
    { step: 'confirm', answers: { agreed: true }, asked: ['agreed'], left: true },
  ],
};

test('the promise was made at the last visit that says one', () => {
  expect(promiseVisit({ script, run: byKeys })).toBe(2);
});

test('what promises nothing was made nowhere', () => {
  const run: Run = { visits: [{ step: 'talk', answers: { result: 'settled' }, left: true }] };
  expect(promiseVisit({ script, run })).toBeUndefined();
});

test('its questions are asked again, from the first; what else was answered there stands', () => {
  const run = reopenPromise({ script, run: byKeys }, 2);
  expect(nextQuestion({ script, run })).toMatchObject({
    kind: 'ask',
    id: { visit: 2, field: 'minutes' },
    preamble: [],
  });
  expect(answersOf({ script, run })).toEqual({ result: 'settled' });
  expect(run.visits.at(-1)?.answers).toEqual({ result: 'settled', comment: 'да' });
});

test('also where a screen answered the step as a whole', () => {
  const run: Run = {
    visits: [{ step: 'talk', answers: { result: 'settled', minutes: 5 }, left: true }],
  };
  const reopened = reopenPromise({ script, run }, 0);
  expect(nextQuestion({ script, run: reopened })).toMatchObject({ id: { field: 'minutes' } });
});

test('a visit that is not there changes nothing', () => {
  expect(reopenPromise({ script, run: byKeys }, 9)).toBe(byKeys);
});
