import { CreateTableCommand, paginateQuery, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { BenchContext } from '../bench.ts';
import type { BenchSystem } from '../bench-system.ts';
import { type Order, second } from '../floor.ts';

const TableName = 'PolledSubscribers';
const pollMilliseconds = 5_000;

interface Poller {
  /** Of every row that was found until now: how late, in milliseconds. */
  lateness(): Promise<number[]>;
}

/**
 * How it is done without timers: every five seconds, rows at status 10 whose time has come are
 * asked for and taken. Over copies of the rows, in a table of its own in the same DynamoDB: two
 * cannot take one row.
 */
export async function startPoller(
  context: BenchContext,
  system: BenchSystem,
  orders: readonly Order[],
  aheadSeconds: number,
): Promise<Poller> {
  await createTable(system);
  await system.putItems(
    TableName,
    orders.map(({ task, Id, dueAt }) => ({
      task,
      Id,
      status: 10,
      ringAt: dueAt - aheadSeconds * second,
    })),
  );
  const lateness: number[] = [];
  let polling = Promise.resolve();
  const timer = setInterval(() => {
    polling = poll(system, orders[0]?.task ?? '', lateness).catch(() => {});
  }, pollMilliseconds);
  context.atEnd(() => clearInterval(timer));
  return {
    async lateness() {
      clearInterval(timer);
      await polling;
      return lateness;
    },
  };
}

async function createTable({ client }: BenchSystem): Promise<void> {
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'task', AttributeType: 'S' },
        { AttributeName: 'Id', AttributeType: 'N' },
      ],
      KeySchema: [
        { AttributeName: 'task', KeyType: 'HASH' },
        { AttributeName: 'Id', KeyType: 'RANGE' },
      ],
    }),
  );
}

async function poll({ client }: BenchSystem, task: string, lateness: number[]): Promise<void> {
  const due = paginateQuery(
    { client },
    {
      TableName,
      KeyConditionExpression: 'task = :task',
      FilterExpression: '#status = :ten AND ringAt <= :now',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: marshall({ ':task': task, ':ten': 10, ':now': Date.now() }),
    },
  );
  for await (const { Items = [] } of due) {
    for (const item of Items) {
      const { Id, ringAt } = unmarshall(item);
      await client.send(
        new UpdateItemCommand({
          TableName,
          Key: marshall({ task, Id }),
          UpdateExpression: 'SET #status = :eleven',
          ExpressionAttributeNames: { '#status': 'status' },
          ExpressionAttributeValues: { ':eleven': { N: '11' } },
        }),
      );
      lateness.push(Date.now() - Number(ringAt));
    }
  }
}
