import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { type Bench, verdictOf } from '../bench.ts';
import { BenchSystem } from '../bench-system.ts';
import { milliseconds } from '../figures.ts';
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
  quick: { rows: 100, leadSeconds: 20 },
  whole: { rows: 1_500, leadSeconds: 45 },
  big: { rows: 1_500, leadSeconds: 45 },
};
const operators = 20;
const callsBeside = [0, 4, 8];
const mostDelay = 2_000;
const ringAheadSeconds = 3;

/** Rows of one task are ordered for a second and cancelled before it; another task's calls are due then. */
export const cancelled: Bench = {
  name: 'cancelled',
  what: '1,500 rows ordered and cancelled at one call a second: the delay of another task’s call',
  async *run(context) {
    const { rows, leadSeconds } = sizes[context.size];
    const system = await BenchSystem.start(context);
    await putAccount(system, 1);
    const settings = { ringAheadSeconds };
    const others = seatsFrom(operators + 1, callsBeside.length);
    await furnish(system, { task: 'cancelled', seats: seatsFrom(1, operators), settings });
    await furnish(system, { task: 'beside', seats: others, settings });
    const dueAt = secondAhead(leadSeconds);
    context.tell(`ordering and cancelling ${rows} rows`);
    await orderAndCancel(system, { rows, dueAt });
    const late = Date.now() - (dueAt - ringAheadSeconds * second);
    if (late > 0) throw new Error(`the rows could not be cancelled in time: ${late} ms late`);
    const beside = besideOf(others, dueAt);
    await system.putRows(beside.map(rowFor));
    await system.pauseUntil((beside.at(-1)?.dueAt ?? 0) + 10 * second);
    const legs = await system.legs();
    const delays = latenessOf(legs, beside, ringing(ringAheadSeconds));
    const worst = Math.max(...delays);
    yield {
      what: `${rows} rows ordered and cancelled at one call a second`,
      goal: 'another task’s call is delayed by less than 2 s',
      measured: `${delays.length} of ${beside.length} calls made, the latest ${milliseconds(worst)} late`,
      verdict: verdictOf(delays.length === beside.length && worst < mostDelay),
    };
  },
};

function besideOf(seats: readonly number[], dueAt: number): Order[] {
  return seats.map((seat, n) => ({
    task: 'beside',
    Id: seat,
    seat,
    operator: seat,
    dueAt: dueAt + (callsBeside[n] ?? 0) * second,
  }));
}

async function orderAndCancel(
  system: BenchSystem,
  { rows, dueAt }: { rows: number; dueAt: number },
): Promise<void> {
  const { client, dynamodb } = system;
  const task = 'cancelled';
  const ids = seatsFrom(1, rows);
  await system.putRows(
    ids.map((Id) => rowFor({ task, Id, dueAt, seat: 100 + (Id % 800), operator: undefined })),
  );
  await eachOf(ids, (Id) =>
    client.send(
      new UpdateItemCommand({
        TableName: dynamodb.tables.subscribers,
        Key: marshall({ task, Id }),
        UpdateExpression: 'REMOVE #status',
        ExpressionAttributeNames: { '#status': 'status' },
      }),
    ),
  );
}
