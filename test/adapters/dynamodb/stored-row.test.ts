import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { DynamoRows } from '../../../lambdas/adapters/dynamodb/rows/dynamo-rows.ts';
import { storedRow } from '../../../lambdas/adapters/dynamodb/rows/stored-row.ts';
import { followRow } from '../../../lambdas/use-cases/promises/follow-row.ts';
import { dynoxideForTests } from '../../support/dynoxide.ts';
import { MemoryWorld } from '../../support/memory/memory-world.ts';
import { ScriptedDialler } from '../../support/scripted-dialler.ts';
import { createTables } from '../../support/tables.ts';

type Image = Record<string, AttributeValue>;

const key: Image = { task: { S: 'demo' }, Id: { N: '17' } };
const client = dynoxideForTests();

test('numbers that JavaScript would round read as texts, others as numbers', () => {
  const { columns } = storedRow({
    ...key,
    order: { N: '12345678901234567890123' },
    price: { N: '0.1234567890123456789' },
    debt: { N: '-99.95' },
    safe: { N: '9007199254740991' },
    status: { N: '10' },
    list: { L: [{ N: '98765432109876543210' }, { N: '1' }] },
    set: { NS: ['98765432109876543210', '1'] },
  });
  expect(columns).toMatchObject({
    order: '12345678901234567890123',
    price: '0.1234567890123456789',
    debt: -99.95,
    safe: 9007199254740991,
    status: 10,
    list: ['98765432109876543210', 1],
    set: new Set(['98765432109876543210', 1]),
  });
});

test('our own columns with foreign types read as absent', () => {
  const { own } = storedRow({
    ...key,
    _due_at: { N: '5' },
    _order: { S: 'status 10' },
    _promised_at: { S: 'tomorrow' },
    _attempt: { NULL: true },
    _problem: { L: [] },
    _refused: { BOOL: true },
    _waiting_since: { M: {} },
  });
  expect(own).toEqual({});
});

test('a row whose Id JavaScript would round is changed itself, and not its neighbour', async () => {
  const { subscribers } = await createTables(client(), 'rounding');
  const put = (Id: string, tel: string) =>
    client().send(
      new PutItemCommand({
        TableName: subscribers,
        Item: { ...key, Id: { N: Id }, tel: { S: tel } },
      }),
    );
  await put('9007199254740993', '+442079460018');
  await put('9007199254740992', '+442079460018');
  const rows = new DynamoRows(client(), { subscribers });
  const read = async () => (await rows.page(undefined, 9)).rows;
  const row = (await read()).find(({ columns }) => columns.Id === '9007199254740993');
  if (row === undefined) throw new Error('the row is not in the table');
  await rows.change(row, { kind: 'refuse', problem: { code: 'no-tel' }, mark: 'm' });
  const problems = (await read()).map(({ columns, own }) => [columns.Id, own.problem]);
  expect(Object.fromEntries(problems)).toEqual({
    '9007199254740992': undefined,
    '9007199254740993': 'tel is empty; write the phone number to call',
  });
});

const impossibleIds = [
  '1234567890123456789',
  '9007199254740993',
  '1.0000000000000000000001',
  '1.5',
  '0',
  '-7',
  '12345678901234567890123456789012345678',
];

function rowWithId(digits: string): Image {
  return {
    task: { S: 'demo' },
    Id: { N: digits },
    tel: { S: '+44 7700 900131' },
    status: { N: '10' },
    callaftermin: { N: '0' },
  };
}

test.each(impossibleIds)(
  'a row with the Id %s says which Ids are possible, and no other row does',
  async (digits) => {
    const world = new MemoryWorld(Date.parse('2026-11-23T12:00:00Z'));
    const { subscribers } = await createTables(client(), `ids-${digits}`);
    const image = rowWithId(digits);
    for (const Item of [
      image,
      { ...image, Id: { N: '1' } },
      { ...image, Id: { N: '9007199254740991' } },
    ])
      await client().send(new PutItemCommand({ TableName: subscribers, Item }));
    const rows = new DynamoRows(client(), { subscribers });
    const at = world.clock.now();
    const written = { earliest: at, latest: at };
    const ports = { ...world, rows, dialler: new ScriptedDialler(world.clock) };
    await followRow(ports, { after: storedRow(image), written, sequence: '1' });
    const found = (await rows.page(undefined, 9)).rows;
    const problems = found.map(({ columns, own }) => [String(columns.Id), own.problem]);
    const sentence = /^Id must be a whole number from 1 to 9007199254740991, got “/;
    expect(Object.fromEntries(problems)).toEqual({
      '1': undefined,
      '9007199254740991': undefined,
      [digits]: expect.stringMatching(sentence),
    });
    expect(world.dialQueue.all()).toEqual([]);
  },
);

test('rows with impossible Ids are told so in whatever order their writes are followed', async () => {
  const world = new MemoryWorld(Date.parse('2026-11-23T12:00:00Z'));
  const { subscribers } = await createTables(client(), 'many-ids');
  const images = impossibleIds.map(rowWithId);
  for (const Item of images)
    await client().send(new PutItemCommand({ TableName: subscribers, Item }));
  const rows = new DynamoRows(client(), { subscribers });
  const ports = { ...world, rows, dialler: new ScriptedDialler(world.clock) };
  const at = world.clock.now();
  for (const [n, image] of [...images.entries()].reverse()) {
    const written = { earliest: at, latest: at };
    await followRow(ports, { after: storedRow(image), written, sequence: String(n) });
  }
  const found = (await rows.page(undefined, 9)).rows;
  expect(found.map(({ own }) => own.problem)).toEqual(
    impossibleIds.map(() => expect.stringMatching(/^Id must be a whole number/)),
  );
});

test('a row from a stream image may be changed like one that was read', async () => {
  const { subscribers } = await createTables(client(), 'images');
  const image: Image = {
    ...key,
    status: { S: '10' },
    operator_number: { NULL: true },
    tel: { S: '' },
  };
  await client().send(new PutItemCommand({ TableName: subscribers, Item: image }));
  const rows = new DynamoRows(client(), { subscribers });
  expect(
    await rows.change(storedRow(image), { kind: 'refuse', problem: { code: 'no-tel' }, mark: 'm' }),
  ).toBe(true);
});
