import { DynamoAttempts } from '../../adapters/dynamodb/attempts/dynamo-attempts.ts';
import { functionClient } from '../../adapters/dynamodb/client/dynamo-client.ts';
import { DynamoRowEditor } from '../../adapters/dynamodb/rows/dynamo-row-editor.ts';
import { DynamoRows } from '../../adapters/dynamodb/rows/dynamo-rows.ts';
import { PowertoolsJournal } from '../../adapters/powertools/powertools-journal.ts';
import { SystemClock } from '../../adapters/system/system-clock.ts';
import { type Environment, serviceName, tableSettings } from '../../settings.ts';

/** What other software has, and what became of the row's calls. */
export function testCallPorts(environment: Environment) {
  const tables = tableSettings(environment);
  const client = functionClient();
  return {
    clock: new SystemClock(),
    journal: new PowertoolsJournal(serviceName(environment)),
    rows: new DynamoRows(client, tables),
    rowEditor: new DynamoRowEditor(client, tables),
    attempts: new DynamoAttempts(client, tables),
  };
}
