import { DynamoAttempts } from '../../adapters/dynamodb/attempts/dynamo-attempts.ts';
import { functionClient } from '../../adapters/dynamodb/client/dynamo-client.ts';
import { DynamoDirectory } from '../../adapters/dynamodb/directory/dynamo-directory.ts';
import { DynamoDoNotCall } from '../../adapters/dynamodb/do-not-call/dynamo-do-not-call.ts';
import { DynamoRows } from '../../adapters/dynamodb/rows/dynamo-rows.ts';
import { PowertoolsJournal } from '../../adapters/powertools/powertools-journal.ts';
import { SystemClock } from '../../adapters/system/system-clock.ts';
import { type Environment, serviceName, tableSettings } from '../../settings.ts';
import { composeDesks } from '../desks.ts';
import { composeForms } from '../forms.ts';
import { composeViews } from '../views.ts';
import { composeVoiceWebhooks } from '../voice-webhooks.ts';

/** What the script on the telephone's keys needs; it neither dials nor claims. */
export function keypadPorts(environment: Environment) {
  const clock = new SystemClock();
  const client = functionClient();
  const tables = tableSettings(environment);
  return {
    clock,
    journal: new PowertoolsJournal(serviceName(environment)),
    rows: new DynamoRows(client, tables),
    attempts: new DynamoAttempts(client, tables),
    directory: new DynamoDirectory(client, { tables, clock }),
    doNotCall: new DynamoDoNotCall(client, tables),
    views: composeViews(environment),
    webhooks: composeVoiceWebhooks(environment, clock),
    ...composeForms(environment),
    desks: composeDesks(environment, clock),
  };
}
