import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { SQS } from '@aws-sdk/client-sqs';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { type LocalCloud, startLocalCloud } from '../../lib/aws-machine/src/local-cloud.ts';
import { buildStack } from '../../lib/local/build-stack.ts';
import { keepRights } from '../support/kept-rights.ts';
import { outsideWriter } from '../support/outside-writer.ts';
import { anna, sampleTask } from '../support/sample-task.ts';

/**
 * Streams and queues are down: nothing tells the functions that rows are written. What the sweeps
 * find, they find by themselves, under their own rights.
 */
const region = 'eu-central-1';
const folder = mkdtempSync(path.join(tmpdir(), 'sweeps-alone-'));
const credentials = '/callback-center/local/twilio';

let cloud: LocalCloud;
let dynamodb: DynamoDB;
let sqs: SQS;

beforeAll(async () => {
  const stack = await buildStack('local', path.join(folder, 'stack'));
  disableSources(path.join(stack.outdir, `${stack.stackName}.template.json`));
  cloud = await startLocalCloud({
    assembly: stack.outdir,
    stackName: stack.stackName,
    region,
    accountId: '123456789012',
    dataFolder: path.join(folder, 'cloud'),
    publicBaseUrl: 'http://127.0.0.1:1',
    parameters: { [`${credentials}/account-sid`]: 'AC1', [`${credentials}/auth-token`]: 'secret' },
    extraEnvironment: { TWILIO_BASE_URL: 'http://127.0.0.1:1' },
  });
  const outside = { accessKeyId: 'outside', secretAccessKey: 'outside' };
  const connection = { endpoint: cloud.endpoint, region, credentials: outside };
  dynamodb = new DynamoDB(connection);
  sqs = new SQS(connection);
  const entries = [
    { kind: 'task', ...sampleTask({ callingHours: null }) },
    { kind: 'operator', ...anna },
  ];
  for (const entry of entries) {
    const Item = marshall(entry, { removeUndefinedValues: true });
    await dynamodb.putItem({ TableName: cloud.tables.Directory, Item });
  }
});

afterAll(async () => {
  for (const client of [dynamodb, sqs]) client.destroy();
  await cloud.stop();
  keepRights(folder);
});

function disableSources(file: string): void {
  const template = JSON.parse(readFileSync(file, 'utf8'));
  const resources: { Type: string; Properties: object }[] = Object.values(template.Resources);
  for (const { Type, Properties } of resources) {
    if (Type === 'AWS::Lambda::EventSourceMapping') Object.assign(Properties, { Enabled: false });
  }
  writeFileSync(file, JSON.stringify(template));
}

const order = (Id: number, columns: object) =>
  outsideWriter(dynamodb, cloud.tables.Subscribers ?? '').put({
    task: 'demo',
    Id,
    tel: `+4477009001${String(Id).padStart(2, '0')}`,
    ...columns,
  });

async function row(Id: number): Promise<Record<string, unknown>> {
  const Key = marshall({ task: 'demo', Id });
  const { Item } = await dynamodb.getItem({ TableName: cloud.tables.Subscribers, Key });
  return unmarshall(Item ?? {});
}

/** Takes what is in the dial queue. */
async function messages(): Promise<unknown[]> {
  const QueueUrl = cloud.queues.DialQueue;
  const { Messages = [] } = await sqs.receiveMessage({ QueueUrl, MaxNumberOfMessages: 10 });
  return Messages.map(({ Body }) => JSON.parse(Body ?? ''));
}

test('the patrol takes orders of which nothing told, near ones and far ones', async () => {
  await order(1, { status: 10, callaftermin: 60 });
  await order(2, { status: 10, callaftermin: 0 });
  await cloud.invoke('SweepsPatrol', {});
  expect(await row(1)).toMatchObject({ status: 10, _due_at: expect.any(String) });
  expect(await messages()).toEqual([expect.objectContaining({ task: 'demo', Id: 2 })]);
});

test('the patrol frees a row that says 11 and is served by nobody', async () => {
  await order(3, { status: 11 });
  await cloud.invoke('SweepsPatrol', {});
  const { status, _problem } = await row(3);
  expect({ status, _problem }).toEqual({ status: 11, _problem: expect.any(String) });
});

test('the reconciler takes an order that came over an older one', async () => {
  await order(4, { status: 10, callaftermin: 90, _due_at: '2026-01-01T00:00:00.000Z' });
  await cloud.invoke('SweepsReconcile', {});
  expect(new Date(String((await row(4))._due_at)).getTime()).toBeGreaterThan(Date.now());
});
