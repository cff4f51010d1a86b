import { fieldProblemText } from '../../../lambdas/domain/script/fields/field-problem.ts';
import { readValue } from '../../../lambdas/domain/script/fields/field-value.ts';
import type { Field } from '../../../lambdas/domain/script/script.ts';
import { monday } from './sample-scripts.ts';

const fields: Record<string, Field> = {
  text: { id: 'f', type: 'text', label: 'F', min: 2, max: 5 },
  choice: {
    id: 'f',
    type: 'choice',
    label: 'F',
    choices: [
      { value: 'done', label: 'Done' },
      { value: '2', label: 'Two' },
    ],
  },
  'yes-no': { id: 'f', type: 'yes-no', label: 'F' },
  number: { id: 'f', type: 'number', label: 'F' },
  bounded: { id: 'f', type: 'number', label: 'F', min: 1.5, max: 9 },
  minutes: { id: 'f', type: 'minutes', label: 'F' },
  phone: { id: 'f', type: 'phone', label: 'F' },
  date: { id: 'f', type: 'date', label: 'F' },
  time: { id: 'f', type: 'time', label: 'F' },
};

function read(type: string, given: unknown, more: object = {}) {
  return readValue({ ...(fields[type] as Field), ...more }, given, monday);
}

test.each([
  ['text', '  abc ', 'abc'],
  ['choice', 'done', 'done'],
  ['choice', '2', '2'],
  ['yes-no', true, true],
  ['yes-no', false, false],
  ['yes-no', 'yes', true],
  ['yes-no', 'false', false],
  ['number', 12.5, 12.5],
  ['number', ' 12,5 ', 12.5],
  ['number', '0', 0],
  ['number', -0, 0],
  ['number', '-0', 0],
  ['bounded', 1.5, 1.5],
  ['bounded', '9', 9],
  ['minutes', 30, 30],
  ['minutes', '30', 30],
  ['minutes', '525600', 525_600],
  ['phone', ' 020 7946 0590 ', '020 7946 0590'],
  ['date', '2028-02-29', '2028-02-29'],
  ['time', '00:00', '00:00'],
  ['time', '23:59', '23:59'],
])('%s reads %j as %j, and that again as the same', (type, given, value) => {
  expect(read(type, given)).toEqual({ value });
  expect(read(type, value)).toEqual({ value });
});

const problem = (type: string, given: unknown, language: 'en' | 'ru' = 'en') => {
  const reading = read(type, given);
  return 'problem' in reading ? fieldProblemText(reading.problem, language) : reading;
};

test.each([
  ['text', 5, 'Write a text.'],
  ['text', 'a', 'Write at least 2 characters; there are 1.'],
  ['text', 'abcdef', 'Write at most 5 characters; there are 6.'],
  ['choice', 'Done', 'Choose one of the answers; “Done” is none of them.'],
  ['choice', 2, 'Choose one of the answers; “2” is none of them.'],
  ['yes-no', 1, 'Answer yes or no; “1” is neither.'],
  ['number', 'ten', 'Write a number; “ten” is not one.'],
  ['number', '1e3', 'Write a number; “1e3” is not one.'],
  ['number', Number.NaN, 'Write a number; “null” is not one.'],
  ['number', -1, 'The least is 0; -1 is less.'],
  ['bounded', 1, 'The least is 1.5; 1 is less.'],
  ['bounded', '9,01', 'The most is 9; 9.01 is more.'],
  ['minutes', 1.5, 'Write a whole number of minutes; “1.5” is not one.'],
  ['minutes', 'soon', 'Write a whole number of minutes; “soon” is not one.'],
  ['minutes', 525_601, 'The most is 525600; 525601 is more.'],
  ['phone', 'home', 'Write a phone number; this cannot be one.'],
  ['phone', 4420, 'Write a phone number; this cannot be one.'],
  ['date', '28.02.2027', 'Write a date as year-month-day, 2027-02-28; “28.02.2027” is not one.'],
  ['date', '2027-02-29', 'The calendar does not have the day “2027-02-29”.'],
  ['date', '2027-13-01', 'The calendar does not have the day “2027-13-01”.'],
  ['time', '24:00', 'Write a time as hours:minutes, 09:30; “24:00” is not one.'],
  ['time', '9:30', 'Write a time as hours:minutes, 09:30; “9:30” is not one.'],
])('%s refuses %j: %s', (type, given, sentence) => {
  expect(problem(type, given)).toBe(sentence);
});

test('what was typed is cut where it is long, and a number of a person is not repeated', () => {
  expect(problem('choice', 'x'.repeat(100))).toContain(`“${'x'.repeat(40)}…”`);
  expect(problem('phone', '99')).not.toContain('99');
});

test('sentences in Russian', () => {
  expect(problem('number', 'десять', 'ru')).toBe('Введите число; «десять» — не число.');
  expect(problem('text', 'a', 'ru')).toBe('Наименьшее число знаков — 2, введено 1.');
});

test.each([undefined, null, '', '   '])('%j is no answer', (given) => {
  for (const type of Object.keys(fields)) {
    expect(read(type, given)).toEqual({});
    expect(read(type, given, { required: true })).toEqual({ problem: { code: 'required' } });
  }
});

test('false and zero are answers', () => {
  expect(read('yes-no', false, { required: true })).toEqual({ value: false });
  expect(read('number', 0, { required: true })).toEqual({ value: 0 });
});
