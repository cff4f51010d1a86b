import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Dynoxide, startDynoxide } from '../../src/dynamodb/dynoxide.ts';
import { createTables, tableDefinitions } from '../../src/dynamodb/tables.ts';
import { Upstream } from '../../src/proxy/upstream.ts';
import { stackOf } from '../template/stack-of.ts';

let database: Dynoxide;
let dynamodb: Upstream;

beforeAll(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tables-'));
  database = await startDynoxide(path.join(folder, 'dynamodb.sqlite'));
  dynamodb = new Upstream(database.endpoint, 'eu-central-1');
});

afterAll(async () => {
  dynamodb.close();
  await database.stop();
});

function attemptsWith(properties: object) {
  const Properties = {
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    ...properties,
  };
  const Attempts = { Type: 'AWS::DynamoDB::GlobalTable', Properties };
  return tableDefinitions(stackOf({ Resources: { Attempts } }));
}

function call(operation: string, input: object): Promise<Record<string, unknown>> {
  return dynamodb.call(`DynamoDB_20120810.${operation}`, { TableName: 'Attempts', ...input });
}

test('a table of an earlier stack keeps its rows and gets the stream that it lacks, once', async () => {
  const StreamSpecification = { StreamViewType: 'NEW_AND_OLD_IMAGES' };
  const streamArn = async () => {
    const { Table } = await call('DescribeTable', {});
    return (Table as { LatestStreamArn?: string }).LatestStreamArn;
  };
  await createTables(attemptsWith({}), dynamodb);
  await call('PutItem', { Item: { id: { S: 'first' } } });
  expect(await streamArn()).toBeUndefined();

  await createTables(attemptsWith({ StreamSpecification }), dynamodb);
  const started = await streamArn();
  expect(started).toEqual(expect.any(String));
  await createTables(attemptsWith({ StreamSpecification }), dynamodb);
  expect(await streamArn()).toBe(started);
  expect(await call('Scan', {})).toMatchObject({ Items: [{ id: { S: 'first' } }] });
});

test('what nobody here listens to is refused within a property, too', () => {
  const indexes = (more: object) => ({
    GlobalSecondaryIndexes: [
      {
        IndexName: 'byTel',
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        Projection: { ProjectionType: 'KEYS_ONLY' },
        ...more,
      },
    ],
  });
  expect(() => attemptsWith(indexes({}))).not.toThrow();
  expect(() => attemptsWith(indexes({ WarmThroughput: {} }))).toThrow('WarmThroughput');
});
