import type { Columns, OwnColumns } from '../../../lambdas/domain/row/row.ts';
import { stillShows } from '../../../lambdas/domain/settlement/still-shows.ts';
import { attemptWith, fact, instant } from '../../support/sample-attempt.ts';

const nextDueAt = instant('2026-11-23T10:36:00Z');
const attempt = attemptWith([fact('settled', { outcome: 'customer-no-answer', nextDueAt })]);
const order = { status: '10', date_callback: '2026-11-23', time_callback: '10:36:00' };
const row = (columns: Columns = {}, own: OwnColumns = {}) => ({
  columns: { ...order, status: 10, ...columns },
  own: { order, dueAt: nextDueAt, ...own },
});

test('a row waits for the retry that the attempt booked', () => {
  expect(stillShows(row(), attempt)).toBe(true);
  expect(stillShows(row({}, { promisedAt: attempt.promisedAt }), attempt)).toBe(true);
});

test.each([
  ['claimed again', row({ status: 11 })],
  ['cancelled', row({ status: null })],
  ['moved, the move taken', row({}, { dueAt: nextDueAt + 60_000 })],
  ['moved, the move not yet taken', row({ time_callback: '11:00' })],
  ['ordered anew', row({ callaftermin: 5 })],
  ['promised anew, for the same second', row({}, { promisedAt: attempt.promisedAt + 1000 })],
  ['off the clock', { columns: { ...order, status: 10 }, own: {} }],
])('a row that was %s does not', (_, other) => {
  expect(stillShows(other, attempt)).toBe(false);
});

test('an attempt that booked nothing has no retry', () => {
  const reached = attemptWith([fact('settled', { outcome: 'reached', status: 12 })]);
  expect(stillShows(row(), reached)).toBe(false);
});

test('a promise for later that stands again is no retry: late proof does not take it back', () => {
  expect(stillShows(row(), { ...attempt, laterDueAt: nextDueAt })).toBe(false);
});

test('a row whose attempts were used up shows the end of the last one', () => {
  const last = attemptWith([fact('settled', { outcome: 'customer-no-answer', status: 13 })]);
  const date_call = new Date(last.claimedAt).toISOString();
  const usedUp = { columns: { status: 13, date_call }, own: {} };
  expect(stillShows(usedUp, last)).toBe(true);
  expect(stillShows({ ...usedUp, columns: { status: 13 } }, last)).toBe(false);
  expect(stillShows({ ...usedUp, columns: { status: 12, date_call } }, last)).toBe(false);
});
