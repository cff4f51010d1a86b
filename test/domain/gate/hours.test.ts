import { mayDial } from '../../../lambdas/domain/gate/gate.ts';
import type { Columns } from '../../../lambdas/domain/row/row.ts';
import type { Task } from '../../../lambdas/domain/task/task.ts';
import { gateFacts } from '../../support/gate-facts.ts';
import { instant } from '../../support/sample-attempt.ts';
import { sampleTask } from '../../support/sample-task.ts';

type Hours = NonNullable<Task['callingHours']>;

const daily = (from: string, until: string): Hours =>
  Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, [[from, until]]]));

const london = '+442079460018';
const washington = '+12025550127';
const russianMobile = '+79160000000';
const idaho = '+12085550123';

interface Asked {
  to: string;
  at: string;
  columns?: Columns;
}

/** `yes`, or the reason and from when on it may be called. */
function answer(task: Partial<Task>, { to, at, columns = {} }: Asked): string {
  const everywhere = sampleTask({ allowedCountries: ['GB', 'US', 'RU'], ...task });
  const question = { to, columns, task: everywhere, at: instant(at), facts: gateFacts() };
  const permission = mayDial(question);
  if (permission.may) return 'yes';
  const { reason, nextAt } = permission;
  return `${reason} ${nextAt === undefined ? 'never' : new Date(nextAt).toISOString()}`;
}

describe('hours by the clock of the customer, 09:00–20:00, in a London task', () => {
  const callingHours = daily('09:00', '20:00');
  const asked = (to: string, at: string, columns = {}) =>
    answer({ callingHours }, { to, at, columns });

  test.each([
    [
      'a Washington number is not called at nine in London',
      washington,
      '2026-11-30T09:00:00Z',
      'outside-calling-hours 2026-11-30T14:00:00.000Z',
    ],
    ['but at nine in Washington', washington, '2026-11-30T14:00:00Z', 'yes'],
    ['and until eight in the evening there', washington, '2026-12-01T00:59:59Z', 'yes'],
    [
      'and no second longer',
      washington,
      '2026-12-01T01:00:00Z',
      'outside-calling-hours 2026-12-01T14:00:00.000Z',
    ],
    ['a London number by London’s clock', london, '2026-11-30T09:00:00Z', 'yes'],
    [
      'a border area is called when both zones may be: not at nine in Denver',
      idaho,
      '2026-11-30T16:00:00Z',
      'outside-calling-hours 2026-11-30T17:00:00.000Z',
    ],
    ['but at nine in Los Angeles', idaho, '2026-11-30T17:00:00Z', 'yes'],
    [
      'and until eight in Denver',
      idaho,
      '2026-12-01T03:00:00Z',
      'outside-calling-hours 2026-12-01T17:00:00.000Z',
    ],
    [
      'a Russian mobile number when it is nine in Kaliningrad',
      russianMobile,
      '2026-11-30T06:59:59Z',
      'outside-calling-hours 2026-11-30T07:00:00.000Z',
    ],
    ['and not yet eight in Kamchatka', russianMobile, '2026-11-30T07:59:59Z', 'yes'],
    [
      'else the next day',
      russianMobile,
      '2026-11-30T08:00:00Z',
      'outside-calling-hours 2026-12-01T07:00:00.000Z',
    ],
  ])('%s', (_, to, at, expected) => {
    expect(asked(to, at)).toBe(expected);
  });

  test('the row’s own zone opens what the number closes', () => {
    const columns = { time_zone: 'Asia/Kamchatka' };
    expect(asked(russianMobile, '2026-11-29T21:00:00Z', columns)).toBe('yes');
  });

  test.each([
    // New York's clocks go back on 1 November 2026, London's a week before
    ['2026-10-31T13:00:00Z', 'yes'],
    ['2026-11-01T13:00:00Z', 'outside-calling-hours 2026-11-01T14:00:00.000Z'],
    // and forward on 14 March 2027
    ['2027-03-13T14:00:00Z', 'yes'],
    ['2027-03-14T12:59:59Z', 'outside-calling-hours 2027-03-14T13:00:00.000Z'],
  ])('a Washington number keeps to its wall clock when the clocks change: %s', (at, expected) => {
    expect(asked(washington, at)).toBe(expected);
  });

  test('hours that no moment of a country’s zones has in common name the reason', () => {
    const short = { callingHours: daily('09:00', '18:00') };
    expect(answer(short, { to: russianMobile, at: '2026-11-30T07:00:00Z' })).toBe(
      'no-common-hours never',
    );
    expect(answer({ callingHours: {} }, { to: russianMobile, at: '2026-11-30T07:00:00Z' })).toBe(
      'outside-calling-hours never',
    );
  });
});

describe('holidays', () => {
  const callingHours = { ...daily('09:00', '20:00'), 6: [], 7: [] };
  const holidays = ['2026-12-25', '2026-12-28', '2028-02-29'];
  const asked = (to: string, at: string, task: Partial<Task> = {}) =>
    answer({ callingHours, holidays, ...task }, { to, at });

  test.each([
    ['the evening before is none', london, '2026-12-24T19:59:59Z', 'yes'],
    [
      'Christmas and Boxing Day are passed over, with the weekend between',
      london,
      '2026-12-25T00:00:00Z',
      'holiday 2026-12-29T09:00:00.000Z',
    ],
    [
      'also from the evening before',
      london,
      '2026-12-24T20:00:00Z',
      'outside-calling-hours 2026-12-29T09:00:00.000Z',
    ],
    ['it is the customer’s calendar that counts', washington, '2026-12-25T00:30:00Z', 'yes'],
    [
      'from midnight to midnight there',
      washington,
      '2026-12-26T00:30:00Z',
      'holiday 2026-12-29T14:00:00.000Z',
    ],
    ['the leap day of 2028', london, '2028-02-29T12:00:00Z', 'holiday 2028-03-01T09:00:00.000Z'],
    [
      'in several zones one that has begun or not ended closes all',
      russianMobile,
      '2026-12-24T12:30:00Z',
      'holiday 2026-12-29T07:00:00.000Z',
    ],
  ])('%s', (_, to, at, expected) => {
    expect(asked(to, at)).toBe(expected);
  });

  test('close the whole day where there are no calling hours', () => {
    const anyHour = { callingHours: null };
    expect(asked(london, '2026-12-24T23:59:59Z', anyHour)).toBe('yes');
    expect(asked(london, '2026-12-25T03:00:00Z', anyHour)).toBe('holiday 2026-12-26T00:00:00.000Z');
  });

  test('that close the only weekday for weeks are passed over', () => {
    const mondays = { callingHours: { 1: [['09:00', '10:00']] } as Hours };
    const closed = ['2026-12-07', '2026-12-14', '2026-12-21', '2026-12-28'];
    expect(asked(london, '2026-12-01T12:00:00Z', { ...mondays, holidays: closed })).toBe(
      'outside-calling-hours 2027-01-04T09:00:00.000Z',
    );
  });
});

describe('a promise at the customer’s own wish', () => {
  const task = {
    callingHours: daily('09:00', '18:00'),
    legalHours: daily('08:00', '21:00'),
    holidays: ['2026-12-25'],
    wishColumn: 'own wish',
  };
  const asked = (at: string, columns: Columns, given: Partial<Task> = {}) =>
    answer({ ...task, ...given }, { to: london, at, columns });

  test.each([true, 'true', 'Yes', '1', 'да'])(
    'marked %p is held to the legal hours only',
    (mark) => {
      const columns = { 'own wish': mark };
      expect(asked('2026-12-25T20:59:59Z', columns)).toBe('yes');
      expect(asked('2026-12-25T21:00:00Z', columns)).toBe(
        'outside-calling-hours 2026-12-26T08:00:00.000Z',
      );
    },
  );

  test.each([false, 'no', '', undefined, 'maybe'])('marked %p it is held to the task’s', (mark) => {
    expect(asked('2026-11-30T20:00:00Z', { 'own wish': mark })).toBe(
      'outside-calling-hours 2026-12-01T09:00:00.000Z',
    );
  });

  test('is held to the task’s hours where no legal hours are set', () => {
    expect(asked('2026-11-30T20:00:00Z', { 'own wish': true }, { legalHours: null })).toBe(
      'outside-calling-hours 2026-12-01T09:00:00.000Z',
    );
  });
});
