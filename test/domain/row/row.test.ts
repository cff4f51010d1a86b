import { fromIso, toIso, upToWholeSecond } from '../../../lambdas/domain/basics/instant.ts';
import {
  dueAtOf,
  isDoNotCall,
  isFresh,
  isInService,
  isWaitingAt,
  orderFieldsOf,
  type Row,
  rowId,
  sameFields,
  statusOf,
  textOf,
} from '../../../lambdas/domain/row/row.ts';
import { promisedRow, readRow, servedRow } from '../order/read-row.ts';

test.each<[unknown, string | undefined]>([
  ['text', 'text'],
  ['  text ', 'text'],
  [10, '10'],
  [0, '0'],
  [false, 'false'],
  [['a'], '["a"]'],
  ['', undefined],
  ['  ', undefined],
  [null, undefined],
  [undefined, undefined],
])('a column that holds %p reads as %p', (value, expected) => {
  expect(textOf(value)).toBe(expected);
});

test('order columns are compared as texts, without those that are absent', () => {
  const fields = orderFieldsOf({
    Id: 17,
    status: 10,
    callaftermin: null,
    date_callback: ' 2026-11-24 ',
    time_callback: '',
    имя: 'Zoë',
  });
  expect(fields).toEqual({ status: '10', date_callback: '2026-11-24' });
  expect(sameFields(fields, { date_callback: '2026-11-24', status: '10' })).toBe(true);
});

test.each([
  [{ status: '11' }],
  [{ status: '10', callaftermin: '5' }],
  [{ status: '10', date_callback: '2026-11-24' }],
  [{ status: '10', time_callback: '09:00' }],
  [{ status: '10', time_zone: 'Etc/UTC' }],
  [{}],
  [undefined],
])('an order that was taken differs from %p', (other) => {
  expect(sameFields({ status: '10' }, other)).toBe(false);
});

test('a row is named by its task and its Id', () => {
  expect(rowId({ task: 'demo', Id: 17 })).toBe('demo.17');
});

test('instants are shown in UTC with milliseconds and read back', () => {
  const at = Date.UTC(2026, 10, 23, 10, 30, 0, 5);
  expect(toIso(at)).toBe('2026-11-23T10:30:00.005Z');
  expect(fromIso('2026-11-23T10:30:00.005Z')).toBe(at);
});

test.each([[undefined], [null], [''], ['soon'], [17]])('%p is no instant', (text) => {
  expect(fromIso(text)).toBeUndefined();
});

test('a whole second stays, and the least bit more is the next', () => {
  expect(upToWholeSecond(5000)).toBe(5000);
  expect(upToWholeSecond(5001)).toBe(6000);
});

describe('a row answers for itself', () => {
  const due = fromIso('2026-11-23T10:30:00Z') ?? 0;

  test.each<[unknown, number | undefined]>([
    [10, 10],
    [' 10 ', 10],
    ['ten', Number.NaN],
    [undefined, undefined],
    ['', undefined],
    [null, undefined],
  ])('a status of %p is %p', (status, expected) => {
    expect(statusOf(readRow({ status }))).toBe(expected);
    expect(statusOf(undefined)).toBeUndefined();
  });

  test('it waits for the instant that was taken', () => {
    expect(dueAtOf(promisedRow('10:30'))).toBe(due);
    expect(isWaitingAt(promisedRow('10:30'), due)).toBe(true);
    expect(isWaitingAt(promisedRow('10:30'), due + 1)).toBe(false);
  });

  test.each<[string, Row | undefined]>([
    ['is gone', undefined],
    ['is in service', servedRow()],
    ['orders another moment, not yet judged', promisedRow('10:30', { time_callback: '11:00' })],
  ])('it waits for nothing while it %s', (_, row) => {
    expect(dueAtOf(row)).toBeUndefined();
    expect(isWaitingAt(row, due)).toBe(false);
  });

  test('it is in service at 11 alone', () => {
    expect([servedRow(), promisedRow('10:30'), undefined].map(isInService)).toEqual([
      true,
      false,
      false,
    ]);
  });

  test.each<[string, Row, boolean]>([
    ['was never called and orders nothing', readRow({}), true],
    ['has no number', readRow({ tel: '' }), false],
    ['was called', readRow({ date_call: '2026-11-23T10:00:00Z' }), false],
    ['orders a call', readRow({ status: 10 }), false],
  ])('fresh, when it %s: %p %p', (_, row, expected) => {
    expect(isFresh(row)).toBe(expected);
  });

  test('it stays do-not-call while the system remembers that, whatever a writer made of its status', () => {
    expect(isDoNotCall(readRow({ status: '14' }))).toBe(true);
    expect(isDoNotCall(readRow({ status: 10, _order: { status: '14' } }))).toBe(true);
    expect(isDoNotCall(readRow({ status: 10 }))).toBe(false);
  });
});
