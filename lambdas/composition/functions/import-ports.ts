import { dynamoClient } from '../../adapters/dynamodb/client/dynamo-client.ts';
import { DynamoDoNotCall } from '../../adapters/dynamodb/do-not-call/dynamo-do-not-call.ts';
import { DynamoRows } from '../../adapters/dynamodb/rows/dynamo-rows.ts';
import { DynamoViews } from '../../adapters/dynamodb/views/dynamo-views.ts';
import { mostTries, tablePorts } from '../table-ports.ts';
import type { AllTables } from './evidence-ports.ts';

/** What the import of a file needs: its rows, and what the gate says to each number. */
export function importPorts({ client: config, tables }: AllTables) {
  const client = dynamoClient({ maxAttempts: mostTries, ...config });
  return {
    ...tablePorts({ client: config, tables }),
    rows: new DynamoRows(client, tables),
    views: new DynamoViews(client, tables),
    doNotCall: new DynamoDoNotCall(client, tables),
  };
}
