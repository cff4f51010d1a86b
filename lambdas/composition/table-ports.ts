import { createHash } from 'node:crypto';
import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { dynamoClient } from '../adapters/dynamodb/client/dynamo-client.ts';
import { DynamoDirectory } from '../adapters/dynamodb/directory/dynamo-directory.ts';
import { DynamoScripts } from '../adapters/dynamodb/forms/dynamo-scripts.ts';
import { DynamoRowExport } from '../adapters/dynamodb/rows/dynamo-row-export.ts';
import { DynamoRowImport } from '../adapters/dynamodb/rows/dynamo-row-import.ts';
import { SystemClock } from '../adapters/system/system-clock.ts';
import type { Hash } from '../domain/evidence/chain.ts';
import type { Digest } from '../ports/rows/row-import.ts';

/** How the tables of a system are reached, here or in AWS. */
export interface TableAccess {
  client: DynamoDBClientConfig;
  tables: { subscribers: string; directory: string };
}

/** A new table throttles a bulk import until it has grown: patience beats failing half-way. */
export const mostTries = 12;

/** What the commands for table files need, and the sample. */
export function tablePorts({ client: config, tables }: TableAccess) {
  const clock = new SystemClock();
  const client = dynamoClient({ maxAttempts: mostTries, ...config });
  return {
    clock,
    digest: sha256,
    directory: new DynamoDirectory(client, { tables, clock }),
    rowImport: new DynamoRowImport(client, tables),
    rowExport: new DynamoRowExport(client, tables),
    scripts: new DynamoScripts(client, tables),
  };
}

export const sha256Hex: Hash = (text) => sha256(text).toString('hex');

export const sha256: Digest = (text) => createHash('sha256').update(text).digest();
