import { z } from 'zod';
import { AwsError } from '../base/aws-error.ts';
import type { Upstream } from '../proxy/upstream.ts';
import { flag, parseProperties } from '../template/parse-properties.ts';
import type { Stack, StackResource } from '../template/stack.ts';

export interface TableDefinition {
  logicalId: string;
  name: string;
  arn: string;
  streamViewType: string | undefined;
  timeToLiveAttribute: string | undefined;
  keys: string[];
  createTable: Record<string, unknown>;
}

const keySchema = z.array(z.strictObject({ AttributeName: z.string(), KeyType: z.string() }));

const index = z.strictObject({
  IndexName: z.string(),
  KeySchema: keySchema,
  Projection: z.strictObject({
    ProjectionType: z.string(),
    NonKeyAttributes: z.array(z.string()).optional(),
  }),
});

const tableProperties = z.object({
  KeySchema: keySchema,
  AttributeDefinitions: z.array(
    z.strictObject({ AttributeName: z.string(), AttributeType: z.string() }),
  ),
  GlobalSecondaryIndexes: z.array(index).optional(),
  LocalSecondaryIndexes: z.array(index).optional(),
  StreamSpecification: z.strictObject({ StreamViewType: z.string() }).optional(),
  TimeToLiveSpecification: z.strictObject({ AttributeName: z.string(), Enabled: flag }).optional(),
});

export function tableDefinitions(stack: Stack): TableDefinition[] {
  return stack.resources('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable').map(tableDefinition);
}

function tableDefinition(resource: StackResource): TableDefinition {
  const { logicalId, name, arn } = resource;
  const {
    TimeToLiveSpecification: ttl,
    StreamSpecification: stream,
    ...table
  } = parseProperties(tableProperties, resource);
  return {
    logicalId,
    name,
    arn,
    streamViewType: stream?.StreamViewType,
    timeToLiveAttribute: ttl?.Enabled ? ttl.AttributeName : undefined,
    keys: table.KeySchema.map(({ AttributeName }) => AttributeName),
    createTable: {
      TableName: name,
      ...table,
      BillingMode: 'PAY_PER_REQUEST',
      ...(stream ? { StreamSpecification: { StreamEnabled: true, ...stream } } : {}),
    },
  };
}

interface TableDescription {
  Table: {
    KeySchema: { AttributeName: string }[];
    GlobalSecondaryIndexes?: { IndexName: string }[];
    StreamSpecification?: { StreamEnabled: boolean };
  };
}

/** Creates the stack's tables; those of an earlier run keep their rows, if they still fit. */
export async function createTables(tables: TableDefinition[], dynamodb: Upstream): Promise<void> {
  await Promise.all(tables.map((table) => createTable(table, dynamodb)));
}

async function createTable(table: TableDefinition, dynamodb: Upstream): Promise<void> {
  const existing = await describe(table.name, dynamodb);
  if (existing) {
    assertFits(table, existing);
    return startStream(table, existing, dynamodb);
  }
  await dynamodb.call('DynamoDB_20120810.CreateTable', table.createTable);
  if (table.timeToLiveAttribute === undefined) return;
  await dynamodb.call('DynamoDB_20120810.UpdateTimeToLive', {
    TableName: table.name,
    TimeToLiveSpecification: { AttributeName: table.timeToLiveAttribute, Enabled: true },
  });
}

/** As a deployment does with a table that had none: what is written from now on is in it. */
async function startStream(
  { name, streamViewType }: TableDefinition,
  { Table }: TableDescription,
  dynamodb: Upstream,
): Promise<void> {
  if (streamViewType === undefined || Table.StreamSpecification?.StreamEnabled) return;
  const StreamSpecification = { StreamEnabled: true, StreamViewType: streamViewType };
  await dynamodb.call('DynamoDB_20120810.UpdateTable', { TableName: name, StreamSpecification });
}

async function describe(name: string, dynamodb: Upstream): Promise<TableDescription | undefined> {
  try {
    return await dynamodb.call<TableDescription>('DynamoDB_20120810.DescribeTable', {
      TableName: name,
    });
  } catch (error) {
    if (error instanceof AwsError && error.code === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}

/** Tables hold promises: they are never changed silently under their rows. */
function assertFits(
  { name, createTable, keys }: TableDefinition,
  { Table }: TableDescription,
): void {
  const wanted = shape(
    keys,
    createTable.GlobalSecondaryIndexes as { IndexName: string }[] | undefined,
  );
  const found = shape(
    Table.KeySchema.map(({ AttributeName }) => AttributeName),
    Table.GlobalSecondaryIndexes,
  );
  if (wanted === found) return;
  throw new Error(
    `Table ${name} in the data folder has ${found}, the stack wants ${wanted}: ` +
      'move its rows by export and import, or start with another data folder.',
  );
}

function shape(keys: string[], indexes: { IndexName: string }[] | undefined): string {
  const names = (indexes ?? []).map(({ IndexName }) => IndexName).toSorted();
  return `keys ${keys.join(', ')} and indexes ${names.join(', ') || 'none'}`;
}
