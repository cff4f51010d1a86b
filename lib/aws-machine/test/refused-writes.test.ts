import { refusedWriteUnits } from '../src/dynamodb/refused-writes.ts';

const refused = 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException';
const cancelled = 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException';
const update = { TableName: 'Rows', Key: { id: { N: '1' } }, UpdateExpression: 'SET a = :a' };
const put = { TableName: 'Rows', Item: { id: { N: '1' }, text: { S: 'x'.repeat(1500) } } };

test('a write that its condition refused is paid for', () => {
  expect(refusedWriteUnits(update, refused)).toBe(1);
  expect(refusedWriteUnits(put, refused)).toBe(2);
});

test('a cancelled transaction is paid for twice, action by action', () => {
  const TransactItems = [{ Put: put }, { Update: update }, { ConditionCheck: update }];
  expect(refusedWriteUnits({ TransactItems }, cancelled)).toBe(8);
});

test('what could not be asked for is free', () => {
  expect(refusedWriteUnits(put, 'com.amazon.coral.validate#ValidationException')).toBe(0);
  expect(refusedWriteUnits(put, undefined)).toBe(0);
});
