import { DynamoAttempts } from '../adapters/dynamodb/dynamo-attempts.ts';
import { dynamoClient } from '../adapters/dynamodb/dynamo-client.ts';
import { DynamoDirectory } from '../adapters/dynamodb/dynamo-directory.ts';
import { DynamoRows } from '../adapters/dynamodb/dynamo-rows.ts';
import { PowertoolsJournal } from '../adapters/powertools/powertools-journal.ts';
import { SystemClock } from '../adapters/system/system-clock.ts';
import { type Environment, serviceName, tableSettings } from '../settings.ts';
import { composeDesks } from './desks.ts';
import { composeForms } from './forms.ts';
import { composeTelephoneEdge } from './telephone-edge.ts';

/** What the script on the telephone's keys needs; it neither dials nor claims. */
export function keypadPorts(environment: Environment) {
  const clock = new SystemClock();
  const client = dynamoClient();
  const tables = tableSettings(environment);
  return {
    clock,
    journal: new PowertoolsJournal(serviceName(environment)),
    rows: new DynamoRows(client, tables),
    attempts: new DynamoAttempts(client, tables),
    directory: new DynamoDirectory(client, { tables, clock }),
    edge: composeTelephoneEdge(environment, clock),
    ...composeForms(environment),
    desks: composeDesks(environment, clock),
  };
}
