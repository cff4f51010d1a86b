import { sampleTask } from '../../support/sample-task.ts';
import { dueOf, judge } from './judging.ts';

const spring = { date_callback: '2027-03-28', time_callback: '01:30' };
const autumn = { date_callback: '2027-10-31', time_callback: '01:30' };

test('an order for a time that the clocks skip is taken for the first instant after it, and shows that', () => {
  expect(judge(spring)).toEqual({
    kind: 'taken',
    dueAt: Date.parse('2027-03-28T01:00:00Z'),
    fields: { status: '10', date_callback: '2027-03-28', time_callback: '02:00:00' },
  });
});

test('an order for a time that comes twice is taken for the first', () => {
  expect(dueOf(autumn)).toBe('2027-10-31T00:30:00.000Z');
});

test.each([
  ['America/New_York', '2027-03-14', '02:30', '2027-03-14T07:00:00.000Z'],
  ['America/New_York', '2027-11-07', '01:30', '2027-11-07T05:30:00.000Z'],
  ['Australia/Lord_Howe', '2027-10-03', '02:10', '2027-10-02T15:30:00.000Z'],
  ['Australia/Lord_Howe', '2027-04-04', '01:45', '2027-04-03T14:45:00.000Z'],
])('so it is in %s on %s at %s', (timeZone, date_callback, time_callback, expected) => {
  expect(dueOf({ date_callback, time_callback }, { task: sampleTask({ timeZone }) })).toBe(
    expected,
  );
});

test('a time without a date that tomorrow skips is the first instant after the gap', () => {
  const given = { writtenAt: '2027-03-27T20:00:00Z' };
  expect(dueOf({ time_callback: '01:30' }, given)).toBe('2027-03-28T01:00:00.000Z');
});

test('minutes may end in the second of two equal hours, and the row that shows it is unchanged', () => {
  const verdict = judge({ callaftermin: 60 }, { writtenAt: '2027-10-31T00:30:00Z' });
  if (verdict.kind !== 'taken') throw new Error(verdict.kind);
  expect(new Date(verdict.dueAt).toISOString()).toBe('2027-10-31T01:30:00.000Z');
  expect(verdict.fields).toMatchObject({ time_callback: '01:30:00' });
  const own = { order: verdict.fields, dueAt: verdict.dueAt };
  expect(judge({ ...verdict.fields }, { own }).kind).toBe('unchanged');
});
