import { dynamoDbNeeds, writtenTables } from '../../src/dynamodb/dynamodb-needs.ts';

const needs = (operation: string, input: Record<string, unknown>) =>
  dynamoDbNeeds(operation, input, 'table/').map(({ action, resource }) => `${action} ${resource}`);

const transaction = {
  TransactItems: [
    { Put: { TableName: 'Attempts' } },
    { Update: { TableName: 'Rows' } },
    { Delete: { TableName: 'Locks' } },
    { ConditionCheck: { TableName: 'Tasks' } },
  ],
};

test('a query of an index needs the index, not the table', () => {
  expect(needs('Query', { TableName: 'Rows', IndexName: 'byTel' })).toEqual([
    'dynamodb:Query table/Rows/index/byTel',
  ]);
});

test('a transaction needs what each of its actions needs', () => {
  expect(needs('TransactWriteItems', transaction)).toEqual([
    'dynamodb:PutItem table/Attempts',
    'dynamodb:UpdateItem table/Rows',
    'dynamodb:DeleteItem table/Locks',
    'dynamodb:ConditionCheckItem table/Tasks',
  ]);
});

test('a batch needs its own action on each table', () => {
  expect(needs('BatchWriteItem', { RequestItems: { Rows: [], Locks: [] } })).toEqual([
    'dynamodb:BatchWriteItem table/Rows',
    'dynamodb:BatchWriteItem table/Locks',
  ]);
});

test('a table may be named by its ARN', () => {
  const TableName = 'arn:aws:dynamodb:eu-central-1:111122223333:table/Rows';
  expect(needs('GetItem', { TableName })).toEqual(['dynamodb:GetItem table/Rows']);
});

test('what has no table needs everything', () => {
  expect(needs('ListTables', {})).toEqual(['dynamodb:ListTables *']);
});

test('writes tell their tables, reads none', () => {
  expect(writtenTables('UpdateItem', { TableName: 'Rows' })).toEqual(['Rows']);
  expect(writtenTables('TransactWriteItems', transaction)).toContain('Locks');
  expect(writtenTables('Query', { TableName: 'Rows' })).toEqual([]);
});
