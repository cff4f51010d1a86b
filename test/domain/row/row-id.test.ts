import { isRowId, readRowId } from '../../../lambdas/domain/row/row-id.ts';

test.each(['1', '17', '9007199254740991'])('%s is an Id', (digits) => {
  expect(readRowId(digits)).toBe(Number(digits));
  expect(isRowId(Number(digits))).toBe(true);
});

test.each([
  '0',
  '-7',
  '1.5',
  '017',
  '1e3',
  '',
  ' 1',
  '9007199254740992',
  '9007199254740993',
  '12345678901234567',
  '1234567890123456789',
])('“%s” is none', (digits) => {
  expect(readRowId(digits)).toBeUndefined();
});

test.each([0, -7, 1.5, 2 ** 53, Number.NaN, '17', null, undefined])('%p is none', (Id) => {
  expect(isRowId(Id)).toBe(false);
});
