import {
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import type {
  DeskTableNames,
  TableNames,
} from '../../lambdas/adapters/dynamodb/client/table-names.ts';

type Types = Record<string, 'S' | 'N'>;

/** Creates the four tables with names that nobody else has. */
export async function createTables(client: DynamoDBClient, suffix: string): Promise<TableNames> {
  const tables: TableNames = {
    subscribers: `Subscribers-${suffix}`,
    attempts: `Attempts-${suffix}`,
    locks: `Locks-${suffix}`,
    directory: `Directory-${suffix}`,
  };
  await Promise.all([
    create(client, subscribers(tables.subscribers)),
    create(client, table(tables.attempts, { row: 'S', suffix: 'S' })),
    create(client, table(tables.locks, { key: 'S' })),
    create(client, table(tables.directory, { kind: 'S', id: 'S' })),
  ]);
  return tables;
}

/** Creates the tables of what desks look up, and of which are open. */
export async function createDeskTables(
  client: DynamoDBClient,
  suffix: string,
): Promise<DeskTableNames> {
  const tables = { views: `Views-${suffix}`, connections: `Connections-${suffix}` };
  await Promise.all([
    create(client, table(tables.views, { view: 'S', key: 'S' })),
    create(client, table(tables.connections, { group: 'S', id: 'S' })),
  ]);
  return tables;
}

/** Creates the table of forms, and returns its name. */
export async function createFormsTable(client: DynamoDBClient, suffix: string): Promise<string> {
  const name = `Forms-${suffix}`;
  await create(client, table(name, { row: 'S', suffix: 'S' }));
  return name;
}

function subscribers(name: string): CreateTableCommandInput {
  const indexed = { _due_at: 'S', _waiting_for: 'S', _waiting_since: 'S' } as const;
  return {
    ...table(name, { task: 'S', Id: 'N' }),
    AttributeDefinitions: attributes({ task: 'S', Id: 'N', ...indexed }),
    GlobalSecondaryIndexes: [
      index('byDue', ['task', '_due_at']),
      index('byWaiting', ['_waiting_for', '_waiting_since']),
    ],
  };
}

function table(TableName: string, keys: Types): CreateTableCommandInput {
  return {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: attributes(keys),
    KeySchema: keySchema(Object.keys(keys)),
  };
}

function index(IndexName: string, keys: string[]) {
  return {
    IndexName,
    KeySchema: keySchema(keys),
    Projection: { ProjectionType: 'KEYS_ONLY' } as const,
  };
}

function attributes(types: Types) {
  return Object.entries(types).map(([AttributeName, AttributeType]) => ({
    AttributeName,
    AttributeType,
  }));
}

function keySchema([hash, range]: string[]) {
  const key = [{ AttributeName: hash, KeyType: 'HASH' as const }];
  return range === undefined ? key : [...key, { AttributeName: range, KeyType: 'RANGE' as const }];
}

async function create(client: DynamoDBClient, input: CreateTableCommandInput): Promise<void> {
  await client.send(new CreateTableCommand(input));
}
