import { DynamoDBClient, paginateQuery } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Operator, Task } from '../../lambdas/domain/task/task.ts';
import type { LocalDynamoDb } from './local-dynamodb.ts';
import type { Acquaintance } from './sign-in-page.ts';

/** The operators who work here, and who leads a task, by name. */
export async function staffOf(dynamodb: LocalDynamoDb): Promise<Acquaintance[]> {
  const { endpoint, region } = dynamodb;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region, credentials });
  try {
    const operators = await all<Operator>(client, dynamodb, 'operator');
    return peopleOf(operators, await all<Task>(client, dynamodb, 'task'));
  } finally {
    client.destroy();
  }
}

async function all<Entry>(
  client: DynamoDBClient,
  { tables }: LocalDynamoDb,
  kind: 'operator' | 'task',
): Promise<Entry[]> {
  const query = {
    TableName: tables.directory,
    KeyConditionExpression: 'kind = :kind',
    ExpressionAttributeValues: { ':kind': { S: kind } },
  };
  const found: Entry[] = [];
  for await (const { Items = [] } of paginateQuery({ client }, query))
    found.push(...Items.map((item) => unmarshall(item) as Entry));
  return found;
}

function peopleOf(operators: readonly Operator[], tasks: readonly Task[]): Acquaintance[] {
  const ids = new Set([...operators, ...tasks.flatMap(({ leads = [] }) => leads)].map(idOf));
  const people = [...ids].map((id) => {
    const operator = operators.find((it) => it.id === id);
    const leads = tasks.filter((task) => task.leads?.includes(id)).map((task) => task.id);
    const { name = id, away = false, gone = false } = operator ?? {};
    return { id, name, away, gone, leads, takesCalls: operator !== undefined };
  });
  return people
    .filter(({ gone }) => !gone)
    .sort((one, other) => one.name.localeCompare(other.name));
}

function idOf(person: string | { id: string }): string {
  return typeof person === 'string' ? person : person.id;
}
