import {
  columnsOf,
  promiseColumnOf,
  promiseFieldsOf,
  promiseOf,
} from '../../../lambdas/domain/script/fields/promise-fields.ts';
import type { Answers } from '../../../lambdas/domain/script/script.ts';
import { sampleFile, scriptOf, straightScript } from './sample-scripts.ts';

const sample = scriptOf(sampleFile);

test.each<[Answers, object | undefined]>([
  [{ result: 'settled', comment: 'x' }, undefined],
  [{ minutes: 30 }, { callaftermin: 30 }],
  [
    { date: '2026-11-24', time: '15:00' },
    { date_callback: '2026-11-24', time_callback: '15:00' },
  ],
  [{ time: '15:00' }, { time_callback: '15:00' }],
  [{ minutes: 30, date: '2026-11-24', time: '15:00' }, { callaftermin: 30 }], // minutes win
])('%j promises %j', (answers, promised) => {
  expect(promiseOf(sample, answers)).toEqual(promised);
});

test('zero minutes are a promise', () => {
  const script = straightScript([{ id: 'm', type: 'minutes', label: 'M', column: 'callaftermin' }]);
  expect(promiseOf(script, { m: 0 })).toEqual({ callaftermin: 0 });
});

test('the promise fields by their columns', () => {
  const fields = promiseFieldsOf(sample).map((field) => [field.id, promiseColumnOf(field)]);
  expect(fields).toEqual([
    ['minutes', 'callaftermin'],
    ['date', 'date_callback'],
    ['time', 'time_callback'],
  ]);
});

test('other answers go to their columns; what was not answered leaves its column alone', () => {
  const script = straightScript([
    { id: 'comment', type: 'text', label: 'C', column: 'комментарии' },
    { id: 'sum', type: 'number', label: 'S', column: 'сумма' },
    { id: 'wants', type: 'yes-no', label: 'W', column: 'constructor' },
    { id: 'minutes', type: 'minutes', label: 'M', column: 'callaftermin' },
    { id: 'private', type: 'text', label: 'P' },
  ]);
  const answers = { comment: 'просил', wants: false, minutes: 5, private: 'x' };
  expect(columnsOf(script, answers)).toEqual({ комментарии: 'просил', constructor: false });
});
