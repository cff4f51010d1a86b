import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ApiGatewayManagementApi } from '@aws-sdk/client-apigatewaymanagementapi';
import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { Scheduler } from '@aws-sdk/client-scheduler';
import { SQS } from '@aws-sdk/client-sqs';
import { WebSocket } from 'ws';
import { type Synthesized, synthesizeCallDesk } from './call-desk-stack.ts';
import { type CloudProcess, startCloudProcess } from './cloud-process.ts';

/** Guards against hanging only, in milliseconds. */
const hangLimit = 240_000;

let stack: Synthesized;
let dataFolder: string;
const running = new Set<CloudProcess>();

beforeAll(async () => {
  stack = await synthesizeCallDesk();
});

beforeEach(() => {
  dataFolder = mkdtempSync(path.join(tmpdir(), 'cloud-life-'));
});

afterEach(async () => {
  await Promise.all([...running].map((cloud) => cloud.kill()));
  running.clear();
});

async function start(): Promise<CloudProcess> {
  const cloud = await startCloudProcess({ ...stack, dataFolder });
  running.add(cloud);
  return cloud;
}

const credentials = { accessKeyId: 'outside', secretAccessKey: 'outside' };
const connection = ({ endpoint }: CloudProcess) => ({
  endpoint,
  region: 'eu-central-1',
  credentials,
});

function put(cloud: CloudProcess, Id: number, more = {}) {
  const Item = { task: { S: 'demo' }, Id: { N: String(Id) }, ...more };
  return new DynamoDB(connection(cloud)).putItem({ TableName: 'Rows', Item });
}

async function connect(cloud: CloudProcess): Promise<WebSocket> {
  const socket = new WebSocket(`${cloud.outputs.SocketUrl}?ticket=good`);
  await once(socket, 'open');
  return socket;
}

/** Processes that name the data folder on their command line: the databases that were started for it. */
function databases(): string[] {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return processes.filter((id) => {
    try {
      const command = readFileSync(`/proc/${id}/cmdline`, 'utf8');
      return command.includes(dataFolder) && command.includes('dynoxide');
    } catch {
      return false;
    }
  });
}

async function untilNoDatabase(): Promise<void> {
  const endsAt = Date.now() + hangLimit;
  while (databases().length > 0 && Date.now() < endsAt) await pause(5);
  expect(databases()).toEqual([]);
}

test('a kill leaves no process behind, and what was not seen before it is seen after it, once', async () => {
  const first = await start();
  await put(first, 1);
  await first.logs.until(/"seen":"1"/);
  await put(first, 2, { hang: { BOOL: true } });
  await put(first, 3);
  await first.logs.until(/"seen":"2"/);
  expect(databases()).not.toEqual([]);
  await first.kill();
  await untilNoDatabase();

  const second = await start();
  await second.logs.until(/"seen":"2"/);
  expect(second.logs.matching(/"seen":"1"/)).toEqual([]);
  const { Count } = await new DynamoDB(connection(second)).scan({ TableName: 'Rows' });
  expect(Count).toBe(3);
});

test('delayed messages and schedules survive a kill', async () => {
  const first = await start();
  const QueueUrl = first.queues.Dials;
  const sentAt = Date.now();
  const message = { QueueUrl, MessageBody: 'later', DelaySeconds: 3 };
  await new SQS(connection(first)).sendMessage(message);
  const at = new Date(sentAt + 5_000).toISOString().slice(0, 19);
  await new Scheduler(connection(first)).createSchedule({
    Name: 'soon',
    GroupName: 'Timers',
    ScheduleExpression: `at(${at})`,
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: {
      Arn: 'arn:aws:sqs:eu-central-1:111122223333:Dials',
      RoleArn: 'arn:aws:iam::111122223333:role/TimerRole',
      Input: 'scheduled',
    },
  });
  await first.kill();

  const second = await start();
  await second.logs.until(/"dialled":"later"/);
  expect(Date.now() - sentAt).toBeGreaterThanOrEqual(3_000);
  await second.logs.until(/"dialled":"scheduled"/);
});

test('a kill ends all WebSocket connections, and nothing remembers them', async () => {
  const first = await start();
  const closed = once(await connect(first), 'close');
  const line = await first.logs.until(/"heard":"CONNECT"/);
  const ConnectionId = /"connectionId":"([^"]+)"/.exec(line)?.[1];
  await first.kill();
  await closed;

  const second = await start();
  const endpoint = second.outputs.CallbackUrl ?? '';
  const connections = new ApiGatewayManagementApi({ ...connection(second), endpoint });
  const asking = connections.postToConnection({ ConnectionId, Data: 'still there?' });
  await expect(asking).rejects.toMatchObject({ name: 'GoneException' });
  expect(second.logs.matching(/"heard"/)).toEqual([]);
});

test('stopping ends everything by itself, open connections too', async () => {
  const cloud = await start();
  const closed = once(await connect(cloud), 'close');
  expect(await cloud.end()).toBe(0);
  expect((await closed)[0]).toBe(1001);
  expect(databases()).toEqual([]);
});

test('a second start on the same folder is refused while the first lives', async () => {
  const first = await start();
  await expect(start()).rejects.toThrow(`The data folder ${dataFolder} is in use by process`);
  await put(first, 1);
  await first.logs.until(/"seen":"1"/);
});
