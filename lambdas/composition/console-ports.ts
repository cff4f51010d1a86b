import { dynamoClient } from '../adapters/dynamodb/dynamo-client.ts';
import { DynamoDirectory } from '../adapters/dynamodb/dynamo-directory.ts';
import { DynamoRowDesk } from '../adapters/dynamodb/dynamo-row-desk.ts';
import { DynamoRows } from '../adapters/dynamodb/dynamo-rows.ts';
import { PowertoolsJournal } from '../adapters/powertools/powertools-journal.ts';
import { SystemClock } from '../adapters/system/system-clock.ts';
import { deskSettings, type Environment } from '../settings.ts';

/** What the console needs: it writes rows and the directory, and leaves calls to others. */
export function consolePorts(environment: Environment) {
  const clock = new SystemClock();
  const tables = deskSettings(environment);
  const client = dynamoClient();
  return {
    clock,
    journal: new PowertoolsJournal(),
    rows: new DynamoRows(client, tables),
    desk: new DynamoRowDesk(client, tables),
    directory: new DynamoDirectory(client, { tables, clock }),
  };
}
