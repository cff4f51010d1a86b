import { dynamoClient } from '../adapters/dynamodb/client/dynamo-client.ts';
import { DynamoDirectory } from '../adapters/dynamodb/directory/dynamo-directory.ts';
import { PowertoolsJournal } from '../adapters/powertools/powertools-journal.ts';
import { SystemClock } from '../adapters/system/system-clock.ts';
import { directorySettings, type Environment, serviceName } from '../settings.ts';

/** What it takes to know who asks. */
export function directoryPorts(environment: Environment) {
  const clock = new SystemClock();
  const tables = directorySettings(environment);
  return {
    journal: new PowertoolsJournal(serviceName(environment)),
    directory: new DynamoDirectory(dynamoClient(), { tables, clock, reads: 'current' }),
  };
}
