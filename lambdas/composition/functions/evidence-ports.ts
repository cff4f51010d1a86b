import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoAttempts } from '../../adapters/dynamodb/attempts/dynamo-attempts.ts';
import { dynamoClient } from '../../adapters/dynamodb/client/dynamo-client.ts';
import { DynamoDirectory } from '../../adapters/dynamodb/directory/dynamo-directory.ts';
import { DynamoDoNotCall } from '../../adapters/dynamodb/do-not-call/dynamo-do-not-call.ts';
import { DynamoTraces } from '../../adapters/dynamodb/evidence/dynamo-traces.ts';
import { DynamoForms } from '../../adapters/dynamodb/forms/dynamo-forms.ts';
import { DynamoRecordings } from '../../adapters/dynamodb/recordings/dynamo-recordings.ts';
import { DynamoRowEditor } from '../../adapters/dynamodb/rows/dynamo-row-editor.ts';
import { DynamoRows } from '../../adapters/dynamodb/rows/dynamo-rows.ts';
import { DynamoViews } from '../../adapters/dynamodb/views/dynamo-views.ts';
import { SystemClock } from '../../adapters/system/system-clock.ts';
import { sha256Hex } from '../table-ports.ts';

/** How all tables of a system are reached, here or in AWS. */
export interface AllTables {
  client: DynamoDBClientConfig;
  tables: Record<'subscribers' | 'attempts' | 'locks' | 'directory' | 'forms' | 'views', string>;
}

/** What the commands need that tell all of a number, or erase it. */
export function evidencePorts({ client: config, tables }: AllTables) {
  const clock = new SystemClock();
  const client = dynamoClient(config);
  return {
    clock,
    hash: sha256Hex,
    directory: new DynamoDirectory(client, { tables, clock, reads: 'current' }),
    rows: new DynamoRows(client, tables),
    rowEditor: new DynamoRowEditor(client, tables),
    attempts: new DynamoAttempts(client, tables),
    forms: new DynamoForms(client, tables),
    views: new DynamoViews(client, tables),
    doNotCall: new DynamoDoNotCall(client, tables),
    recordings: new DynamoRecordings(client, tables),
    traces: new DynamoTraces(client, tables),
  };
}
