import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Dynoxide, startDynoxide } from '../../src/dynamodb/dynoxide.ts';
import { StreamTrimmer } from '../../src/dynamodb/dynoxide-file.ts';
import { createTables, type TableDefinition } from '../../src/dynamodb/tables.ts';
import { deleteExpired } from '../../src/dynamodb/time-to-live.ts';
import { Upstream } from '../../src/proxy/upstream.ts';

const rows: TableDefinition = {
  logicalId: 'Rows',
  name: 'Rows',
  arn: 'arn:aws:dynamodb:eu-central-1:111122223333:table/Rows',
  streamViewType: 'NEW_AND_OLD_IMAGES',
  timeToLiveAttribute: 'expires',
  keys: ['id'],
  createTable: {
    TableName: 'Rows',
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    BillingMode: 'PAY_PER_REQUEST',
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
  },
};

let file: string;
let dynoxide: Dynoxide;
let dynamodb: Upstream;

beforeEach(async () => {
  file = path.join(mkdtempSync(path.join(tmpdir(), 'dynoxide-')), 'rows.sqlite');
  await open();
  await createTables([rows], dynamodb);
});

afterEach(close);

async function open() {
  dynoxide = await startDynoxide(file);
  dynamodb = new Upstream(dynoxide.endpoint, 'eu-central-1');
}

async function close() {
  dynamodb.close();
  await dynoxide.stop();
}

function put(id: string, more = {}) {
  return dynamodb.call('DynamoDB_20120810.PutItem', {
    TableName: 'Rows',
    Item: { id: { S: id }, ...more },
  });
}

async function ids(): Promise<string[]> {
  const scan = { TableName: 'Rows' };
  const { Items } = await dynamodb.call<{ Items: { id: { S: string } }[] }>(
    'DynamoDB_20120810.Scan',
    scan,
  );
  return Items.map(({ id }) => id.S).toSorted();
}

function sequenceNumbers(): number[] {
  const database = new DatabaseSync(file);
  const records = database.prepare('SELECT sequence_number FROM _stream_records ORDER BY id').all();
  database.close();
  return records.map(({ sequence_number }) => Number(sequence_number));
}

test('has the index that keeps writes fast', () => {
  const database = new DatabaseSync(file);
  const plan = database
    .prepare(
      `EXPLAIN QUERY PLAN SELECT MAX(CAST(sequence_number AS INTEGER)) FROM _stream_records
       WHERE table_name = 'Rows'`,
    )
    .all();
  database.close();
  expect(JSON.stringify(plan)).toContain('local_stream_seq');
});

test('keeps its tables and rows over a restart', async () => {
  await put('a');
  await close();
  await open();
  await createTables([rows], dynamodb);
  expect(await ids()).toEqual(['a']);
});

test('trimming removes what is settled; numbering goes on, as the newest record stays', async () => {
  for (const id of ['a', 'b', 'c', 'd']) await put(id);
  const trimmer = new StreamTrimmer(file);
  expect(trimmer.trim('Rows', '2')).toBe(2);
  expect(sequenceNumbers()).toEqual([3, 4]);
  expect(trimmer.trim('Rows', '4')).toBe(1);
  trimmer.close();
  await put('e');
  expect(sequenceNumbers()).toEqual([4, 5]);
});

test('items whose time is over are deleted, others stay', async () => {
  const now = Math.floor(Date.now() / 1000);
  await put('over', { expires: { N: String(now - 10) } });
  await put('to come', { expires: { N: String(now + 1000) } });
  await put('for good');
  expect(await deleteExpired(rows, dynamodb)).toBe(1);
  expect(await ids()).toEqual(['for good', 'to come']);
});
