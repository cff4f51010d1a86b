import { fromIso, toIso, upToWholeSecond } from '../../lambdas/domain/basics/instant.ts';
import { orderFieldsOf, rowId, sameFields, textOf } from '../../lambdas/domain/row/row.ts';

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
