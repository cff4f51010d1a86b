import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { minute, second } from '../../lambdas/domain/basics/instant.ts';
import { CallFloor } from '../support/call-floor.ts';
import { clockShows, inSeconds, momentOf } from '../support/desk.ts';
import { expectNotBefore, expectSucceeded } from '../support/expectations.ts';
import { toldMetrics } from '../support/told-metrics.ts';

const floor = new CallFloor();
const poisoned = floor.desk();
const sound = floor.desk();
const other = floor.desk();
beforeAll(() => floor.open());
afterAll(() => floor.close());

/** Rows that once stopped the stream, the sweeps or the queue; and what each says of itself. */
const poison: [Id: number, columns: object, problem: RegExp][] = [
  [11, { time_zone: 'PST' }, /such as America\/Los_Angeles, got “PST”$/],
  [12, { time_zone: 'EST' }, /such as America\/New_York, got “EST”$/],
  [13, { date_callback: '9999-12-31', time_callback: '23:59:59' }, /more than 5 years ahead/],
  [14, { operator_number: `sip:a@${'b'.repeat(3000)}` }, /^operator_number has at most 255/],
  [15, { tel: '5'.repeat(205_000) }, /^tel has at most 100 characters/],
  [16, { комментарии: 'x'.repeat(395_000) }, /^a row holds at most 390000 bytes/],
  [17, { hasOwnProperty: 'x', toString: 'y', time_zone: 'IST' }, /Asia\/Kolkata/],
];

const tooLong = '1234567890123456789';

/** As software writes that knows no limit of JavaScript's numbers. */
async function putLongId(): Promise<void> {
  const client = new DynamoDBClient(floor.aws);
  const Item = {
    task: { S: poisoned.task },
    Id: { N: tooLong },
    tel: { S: '+447700900131' },
    status: { N: '10' },
    callaftermin: { N: '0' },
  };
  const TableName = floor.system.dynamodb.tables.subscribers;
  await client.send(new PutItemCommand({ TableName, Item }));
  client.destroy();
}

test('rows of every kind of trouble beside sound ones: those ring, and the others say what is wrong', async () => {
  await sound.order({ dueAt: inSeconds(3600) });
  await sound.rowWhen((row) => '_due_at' in row);
  for (const [Id, columns] of poison) {
    await poisoned.order({ Id, dueAt: inSeconds(3600), ...columns });
  }
  await putLongId();
  const dueAt = inSeconds(5);
  await sound.set(momentOf(dueAt));
  await poisoned.order({ dueAt });
  await other.order({ callaftermin: 0 });
  for (const desk of [sound, poisoned, other]) await expectSucceeded(desk);
  for (const desk of [sound, poisoned]) {
    expectNotBefore(dueAt, (await desk.legs()).customers[0]);
  }
  for (const [Id, , problem] of poison) {
    const row = await poisoned.rowWhen(({ _problem }) => _problem !== undefined, { Id });
    expect([Id, row._problem]).toEqual([Id, expect.stringMatching(problem)]);
    expect(row).not.toHaveProperty('_due_at');
  }
});

test('a zone that is none, added to a row that was promised before, leaves every sweep whole', async () => {
  await other.order({ dueAt: inSeconds(3600) });
  await other.rowWhen((row) => '_due_at' in row);
  await other.set({ time_zone: 'PST' });
  await other.rowWhen(({ _problem }) => _problem !== undefined);
  await clockShows(Date.now() + minute + 5 * second);
  expect(toldMetrics(floor.system.dataFolder)).not.toContain('Failed');
});
