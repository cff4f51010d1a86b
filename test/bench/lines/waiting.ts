import path from 'node:path';
import { BatchWriteItemCommand, DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { startDynoxide } from '../../../lib/aws-machine/src/dynamodb/dynoxide.ts';
import { StreamTrimmer } from '../../../lib/aws-machine/src/dynamodb/dynoxide-file.ts';
import { type Bench, type BenchContext, type Finding, verdictOf } from '../bench.ts';
import { BenchSystem, temporaryFolder, withoutPolling } from '../bench-system.ts';
import { milliseconds, round, type Spread, spreadOf } from '../figures.ts';
import {
  eachOf,
  furnish,
  type Order,
  putAccount,
  rowFor,
  seatsFrom,
  second,
  secondAhead,
} from '../floor.ts';
import { latenessOf, ringing } from './lateness.ts';

const sizes = {
  quick: { few: 100, many: 2_000, due: 5 },
  whole: { few: 1_000, many: 100_000, due: 20 },
  big: { few: 1_000, many: 1_000_000, due: 20 },
};
const ringAheadSeconds = 3;
const waitSeconds = 30 * 86_400;
const batchSize = 25;
const batchesAtOnce = 4;
/** Of requests: records share a batch of the stream now and then. */
const noise = { requests: 0.05, times: 1.5, milliseconds: 10 };

interface Measured {
  requests: number;
  readUnits: number;
  spread: Spread;
}

/**
 * The many rows are put into the file of the local DynamoDB while the system is stopped, as they
 * stand after they were followed: following a hundred thousand would take longer than all else.
 */
export const waiting: Bench = {
  name: 'waiting',
  what: 'cost of waiting: 100,000 waiting rows instead of 1,000',
  async *run(context) {
    const { few, many, due } = sizes[context.size];
    const folder = temporaryFolder(context);
    const system = await BenchSystem.start(context, folder);
    await putAccount(system);
    const settings = { ringAheadSeconds };
    await furnish(system, { task: 'waiting', seats: seatsFrom(1, due), settings });
    await system.putRows(waitingRows(few));
    await system.quiet();
    const table = system.dynamodb.tables.subscribers ?? '';
    const sample = await followedRow(system, table);
    const before = await measure(system, { due, first: 1 });
    await system.stop();
    context.tell(`putting ${many} rows`);
    await fill(folder, { table, sample, count: many, context });
    const again = await BenchSystem.start(context, folder);
    await again.quiet();
    const after = await measure(again, { due, first: 1 + due });
    yield judge({ few, many, before, after });
  },
};

const firstWaiting = 10_000_000;

function waitingRows(count: number): object[] {
  const dueAt = secondAhead(waitSeconds);
  return seatsFrom(firstWaiting, count).map((Id) =>
    rowFor({ task: 'waiting', Id, dueAt, seat: Id % 1_000 }),
  );
}

async function followedRow(system: BenchSystem, TableName: string): Promise<object> {
  const Key = marshall({ task: 'waiting', Id: firstWaiting });
  const { Item } = await system.client.send(new GetItemCommand({ TableName, Key }));
  if (Item?._due_at === undefined) throw new Error('the waiting rows were not followed');
  return unmarshall(Item);
}

/** Due rows one a second: what all functions ask until everything that follows has followed. */
async function measure(
  system: BenchSystem,
  { due, first }: { due: number; first: number },
): Promise<Measured> {
  const start = secondAhead(ringAheadSeconds + 10);
  const orders: Order[] = seatsFrom(first, due).map((Id, n) => ({
    task: 'waiting',
    Id,
    seat: n + 1,
    operator: n + 1,
    dueAt: start + n * second,
  }));
  await system.resetCounts();
  await system.putRows(orders.map(rowFor));
  await system.pauseUntil((orders.at(-1)?.dueAt ?? 0) + 5 * second);
  await system.quiet();
  const counts = withoutPolling(await system.counts()).filter(isOfCall);
  const legs = (await system.legs()).filter(({ created }) => Date.parse(created) > start - 4_000);
  const sum = (of: (count: (typeof counts)[number]) => number) =>
    counts.reduce((total, it) => total + of(it), 0) / due;
  return {
    requests: sum(({ requests }) => requests),
    readUnits: sum(({ readUnits }) => readUnits),
    spread: spreadOf(latenessOf(legs, orders, ringing(ringAheadSeconds))),
  };
}

/** Sweeps come by the minute, however many calls there are. */
function isOfCall({ caller }: { caller: string }): boolean {
  return !/^(Sweeps|outside)/.test(caller);
}

interface Filling {
  table: string;
  sample: object;
  count: number;
  context: BenchContext;
}

/** No stream tells of them, as if it had done so long ago. */
async function fill(folder: string, { table, sample, count, context }: Filling): Promise<void> {
  const dynoxide = await startDynoxide(path.join(folder, 'cloud', 'dynamodb', 'dynamodb.sqlite'));
  const credentials = { accessKeyId: 'outside', secretAccessKey: 'outside' };
  const client = new DynamoDBClient({
    endpoint: dynoxide.endpoint,
    region: 'eu-central-1',
    credentials,
  });
  const trimmer = new StreamTrimmer(dynoxide.file);
  try {
    const batches = seatsFrom(0, Math.ceil(count / batchSize));
    await eachOf(
      batches,
      async (batch) => {
        context.signal.throwIfAborted();
        const ids = seatsFrom(2 * firstWaiting + batch * batchSize, batchSize);
        const items = ids.map((Id) => ({ PutRequest: { Item: marshall({ ...sample, Id }) } }));
        await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: items } }));
      },
      batchesAtOnce,
    );
    const everything = String(Number.MAX_SAFE_INTEGER);
    while (trimmer.trim(table, everything) > 0);
  } finally {
    trimmer.close();
    client.destroy();
    await dynoxide.stop();
  }
}

interface Compared {
  few: number;
  many: number;
  before: Measured;
  after: Measured;
}

function judge({ few, many, before, after }: Compared): Finding {
  const text = ({ requests, readUnits, spread }: Measured) =>
    `${round(requests, 1)} requests (${round(readUnits, 1)} read units) per due row, ` +
    `operator p50 ${milliseconds(spread.p50)}, worst ${milliseconds(spread.worst)}`;
  const isSame = after.requests <= before.requests * (1 + noise.requests);
  const latest = before.spread.p50 * noise.times + noise.milliseconds;
  return {
    what: `cost of waiting: ${many} waiting rows instead of ${few}`,
    goal: `the same requests per due row (+ ${100 * noise.requests} % at most), lateness within noise (p50 ≤ ${noise.times} × + ${noise.milliseconds} ms)`,
    measured: `with ${few}: ${text(before)}; with ${many}: ${text(after)}`,
    verdict: verdictOf(isSame && after.spread.p50 <= latest),
  };
}
