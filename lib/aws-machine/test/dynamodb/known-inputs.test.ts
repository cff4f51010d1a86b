import { assertKnownInputs } from '../../src/dynamodb/known-inputs.ts';

const key = { TableName: 'Rows', Key: { id: { S: 'a' } } };

test('a parameter that nothing here listens to is refused by name', () => {
  expect(() => assertKnownInputs('GetItem', { ...key, ConsistentReads: true })).toThrow(
    'does not play ConsistentReads of GetItem',
  );
});

test('also of one part of a transaction', () => {
  const TransactItems = [{ ConditionCheck: key }, { Update: { ...key, ReturnValues: 'ALL_OLD' } }];
  expect(() => assertKnownInputs('TransactWriteItems', { TransactItems })).toThrow(
    'does not play ReturnValues of TransactWriteItems’s Update',
  );
});

test('what other software may still write is not, nor what is no read or write', () => {
  const AttributeUpdates = { status: { Value: { N: '10' }, Action: 'PUT' } };
  expect(() => assertKnownInputs('UpdateItem', { ...key, AttributeUpdates })).not.toThrow();
  expect(() => assertKnownInputs('TagResource', { Tags: [] })).not.toThrow();
});
