import type { Upstream } from '../proxy/upstream.ts';
import type { TableDefinition } from './tables.ts';

type Item = Record<string, Record<string, unknown>>;

interface ScanOutput {
  Items: Item[];
  LastEvaluatedKey?: Item;
}

/**
 * Deletes the items of a table whose time to live is over, as DynamoDB does sooner or later. The
 * whole table is read, page by page. Answers how many went.
 */
export async function deleteExpired(
  { name, keys, timeToLiveAttribute }: TableDefinition,
  dynamodb: Upstream,
): Promise<number> {
  if (timeToLiveAttribute === undefined) return 0;
  const condition = {
    TableName: name,
    ExpressionAttributeNames: { '#ttl': timeToLiveAttribute },
    ExpressionAttributeValues: { ':now': { N: String(Math.floor(Date.now() / 1000)) } },
  };
  let deleted = 0;
  let ExclusiveStartKey: Item | undefined;
  do {
    const page: ScanOutput = await dynamodb.call('DynamoDB_20120810.Scan', {
      ...condition,
      FilterExpression: '#ttl < :now',
      ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}),
    });
    for (const item of page.Items) {
      const Key = Object.fromEntries(keys.map((key) => [key, item[key]]));
      const isGone = await deleteIfExpired({ ...condition, Key }, dynamodb);
      deleted += isGone ? 1 : 0;
    }
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return deleted;
}

/** An item may have been given more time since it was read. */
async function deleteIfExpired(input: object, dynamodb: Upstream): Promise<boolean> {
  const request = { ...input, ConditionExpression: '#ttl < :now' };
  try {
    await dynamodb.call('DynamoDB_20120810.DeleteItem', request);
    return true;
  } catch {
    return false;
  }
}
