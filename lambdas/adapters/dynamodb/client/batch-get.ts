import { BatchGetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Item } from './attribute-value.ts';
import { mostTries, pauseAfter } from './retry-conflicts.ts';

/** The most keys that one BatchGetItem takes. */
const mostKeys = 100;

/** The items that are there, in no order; the keys must differ. Strongly consistent. */
export async function batchGet(
  client: DynamoDBClient,
  table: string,
  keys: readonly Item[],
): Promise<Item[]> {
  const batches = [];
  for (let from = 0; from < keys.length; from += mostKeys) {
    batches.push(getBatch(client, table, keys.slice(from, from + mostKeys)));
  }
  return (await Promise.all(batches)).flat();
}

/** DynamoDB may leave keys unread when it is busy, or when the items make more than 16 MB. */
async function getBatch(client: DynamoDBClient, table: string, keys: Item[]): Promise<Item[]> {
  const found: Item[] = [];
  for (let tries = 1, left = keys; left.length > 0; tries++) {
    if (tries > 1) await pauseAfter(Math.min(tries, mostTries));
    const RequestItems = { [table]: { Keys: left, ConsistentRead: true } };
    const answer = await client.send(new BatchGetItemCommand({ RequestItems }));
    found.push(...(answer.Responses?.[table] ?? []));
    left = answer.UnprocessedKeys?.[table]?.Keys ?? [];
  }
  return found;
}
