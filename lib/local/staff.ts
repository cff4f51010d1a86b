import { DynamoDBClient, paginateQuery } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { LocalDynamoDb } from './local-dynamodb.ts';
import type { Acquaintance } from './sign-in-page.ts';

/** The operators who work here, by name. */
export async function staffOf({
  endpoint,
  region,
  tables,
}: LocalDynamoDb): Promise<Acquaintance[]> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region, credentials });
  const query = {
    TableName: tables.directory,
    KeyConditionExpression: 'kind = :kind',
    ExpressionAttributeValues: { ':kind': { S: 'operator' } },
  };
  const people: (Acquaintance & { gone?: boolean })[] = [];
  try {
    for await (const { Items = [] } of paginateQuery({ client }, query))
      people.push(...Items.map((item) => unmarshall(item) as Acquaintance));
  } finally {
    client.destroy();
  }
  return people
    .filter(({ gone }) => !gone)
    .sort((one, other) => one.name.localeCompare(other.name));
}
