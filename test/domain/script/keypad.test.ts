import {
  isReadBack,
  isSpoken,
  keysFor,
  optionsOf,
  readDigits,
  type SpokenField,
} from '../../../lambdas/domain/script/fields/keypad.ts';
import { spokenValue } from '../../../lambdas/domain/script/fields/spoken-value.ts';
import { monday } from './sample-scripts.ts';

const asked = { id: 'f', label: 'F' };
const result: SpokenField = {
  ...asked,
  type: 'choice',
  choices: [
    { value: 'done', label: { en: 'Done', ru: 'Готово' } },
    { value: 'again', label: 'Again', key: '9' },
    { value: 'never', label: 'Never' },
  ],
};
const yesNo: SpokenField = { ...asked, type: 'yes-no' };
const number: SpokenField = { ...asked, type: 'number' };
const minutes: SpokenField = { ...asked, type: 'minutes', max: 600 };
const phone: SpokenField = { ...asked, type: 'phone' };
const date: SpokenField = { ...asked, type: 'date' };
const time: SpokenField = { ...asked, type: 'time' };

test.each<[SpokenField, string, unknown]>([
  [result, '1', 'done'],
  [result, '9', 'again'],
  [result, '3', 'never'],
  [yesNo, '1', true],
  [yesNo, '2', false],
  [number, '12', 12],
  [number, '12*5', 12.5],
  [minutes, '090', 90],
  [phone, '02079460590', '02079460590'],
  [date, '2311', '2026-11-23'], // today
  [date, '2211', '2027-11-22'], // yesterday: of next year
  [date, '2902', '2028-02-29'], // the next that there is
  [date, '28022030', '2030-02-28'],
  [time, '0930', '09:30'],
  [time, '930', '09:30'],
  [time, '2359', '23:59'],
])('$type keyed %s', (field, digits, value) => {
  expect(readDigits(field, digits, monday)).toEqual({ kind: 'value', value });
});

test.each<[SpokenField, string, object]>([
  [result, '2', { code: 'not-a-key', got: '2', keys: ['1', '9', '3'] }],
  [yesNo, '3', { code: 'not-a-key', got: '3', keys: ['1', '2'] }],
  [number, '1*2*3', { code: 'not-a-number', got: '1.2*3' }],
  [minutes, '601', { code: 'too-big', most: 600, got: 601 }],
  [minutes, '1*5', { code: 'not-minutes', got: '1*5' }],
  [phone, '12', { code: 'not-a-phone' }],
  [phone, '020*7946', { code: 'not-a-phone' }],
  [date, '3102', { code: 'no-such-day', got: '31.02' }],
  [date, '31022027', { code: 'no-such-day', got: '2027-02-31' }],
  [date, '231', { code: 'not-day-and-month', got: '231' }],
  [date, '231126', { code: 'not-day-and-month', got: '231126' }],
  [time, '2400', { code: 'not-hours-and-minutes', got: '2400' }],
  [time, '1260', { code: 'not-hours-and-minutes', got: '1260' }],
  [time, '93', { code: 'not-hours-and-minutes', got: '93' }],
])('$type keyed %s is refused', (field, digits, problem) => {
  expect(readDigits(field, digits, monday)).toEqual({ kind: 'problem', problem });
});

test.each([result, yesNo, number, minutes, phone, date, time])(
  '$type: star and silence',
  (field) => {
    expect(readDigits(field, '*', monday)).toEqual({ kind: 'skip' });
    const problem = { code: 'nothing-keyed' };
    expect(readDigits(field, '', monday)).toEqual({ kind: 'problem', problem });
  },
);

test('the tenth choice is on nought', () => {
  const choices = Array.from({ length: 10 }, (_, index) => ({ value: `v${index}`, label: 'V' }));
  const keys = optionsOf({ ...asked, type: 'choice', choices }).map(({ key }) => key);
  expect(keys.join('')).toBe('1234567890');
});

test('one key is taken at once, digits are ended by # and read back', () => {
  expect(keysFor(yesNo)).toEqual({ most: 1, endsWithHash: false });
  expect(isReadBack(yesNo)).toBe(false);
  expect(keysFor(minutes)).toEqual({ most: 6, endsWithHash: true });
  expect(isReadBack(minutes)).toBe(true);
});

test('texts cannot be keyed', () => {
  expect(isSpoken({ ...asked, type: 'text' })).toBe(false);
  expect(isSpoken({ ...asked, type: 'long-text' })).toBe(false);
  expect(isSpoken(date)).toBe(true);
});

test.each<[SpokenField, string | number | boolean, object]>([
  [result, 'done', { kind: 'label', text: 'Готово' }],
  [result, 'again', { kind: 'label', text: 'Again' }],
  [yesNo, false, { kind: 'label', text: 'нет' }],
  [number, 12.5, { kind: 'number', number: 12.5 }],
  [minutes, 90, { kind: 'minutes', minutes: 90 }],
  [phone, '+44 20 7946 0590', { kind: 'digits', digits: '442079460590' }],
  [date, '2026-11-23', { kind: 'date', year: 2026, month: 11, day: 23 }],
  [time, '09:05', { kind: 'time', hours: 9, minutes: 5 }],
])('$type: %s is spoken in parts', (field, value, parts) => {
  expect(spokenValue(field, value, 'ru')).toEqual(parts);
});
