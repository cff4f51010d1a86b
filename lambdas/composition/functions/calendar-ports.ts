import { functionClient } from '../../adapters/dynamodb/client/dynamo-client.ts';
import { DynamoCalendarLinks } from '../../adapters/dynamodb/directory/dynamo-calendar-links.ts';
import { DynamoDirectory } from '../../adapters/dynamodb/directory/dynamo-directory.ts';
import { DynamoRows } from '../../adapters/dynamodb/rows/dynamo-rows.ts';
import { PowertoolsJournal } from '../../adapters/powertools/powertools-journal.ts';
import { SystemClock } from '../../adapters/system/system-clock.ts';
import { directorySettings, type Environment, serviceName, viewSettings } from '../../settings.ts';
import { composeViews } from '../views.ts';

/** What it takes to show promised calls to who has the secret. */
export function calendarPorts(environment: Environment) {
  const clock = new SystemClock();
  const client = functionClient();
  const tables = directorySettings(environment);
  return {
    clock,
    journal: new PowertoolsJournal(serviceName(environment)),
    directory: new DynamoDirectory(client, { tables, clock }),
    calendarLinks: new DynamoCalendarLinks(client, tables),
    views: composeViews(environment),
    rows: new DynamoRows(client, viewSettings(environment)),
  };
}
