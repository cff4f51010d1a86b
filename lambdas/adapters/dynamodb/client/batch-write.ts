import {
  BatchWriteItemCommand,
  type DynamoDBClient,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { mostTries, pauseAfter } from './retry-conflicts.ts';

/** The most writes that one BatchWriteItem takes. */
const mostWrites = 25;

/**
 * Puts and deletes of different items, in no order. What DynamoDB leaves undone when it is busy is
 * sent again; it is no transaction.
 *
 * @throws when much is left undone for long: some of it may be written then
 */
export async function batchWrite(
  client: DynamoDBClient,
  table: string,
  writes: readonly WriteRequest[],
): Promise<void> {
  const batches = [];
  for (let from = 0; from < writes.length; from += mostWrites) {
    batches.push(writeBatch(client, table, writes.slice(from, from + mostWrites)));
  }
  await Promise.all(batches);
}

async function writeBatch(
  client: DynamoDBClient,
  table: string,
  writes: WriteRequest[],
): Promise<void> {
  let left = writes;
  for (let tries = 1; left.length > 0; tries++) {
    if (tries > mostTries)
      throw new Error(`${left.length} writes were left undone again and again`);
    if (tries > 1) await pauseAfter(tries);
    const command = new BatchWriteItemCommand({ RequestItems: { [table]: left } });
    left = (await client.send(command)).UnprocessedItems?.[table] ?? [];
  }
}
