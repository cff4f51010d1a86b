import { functionClient } from '../../adapters/dynamodb/client/dynamo-client.ts';
import { DynamoAnsweredRequests } from '../../adapters/dynamodb/counters/dynamo-answered-requests.ts';
import { DynamoCursorKey } from '../../adapters/dynamodb/counters/dynamo-cursor-key.ts';
import { DynamoCalendarLinks } from '../../adapters/dynamodb/directory/dynamo-calendar-links.ts';
import { DynamoDirectory } from '../../adapters/dynamodb/directory/dynamo-directory.ts';
import { DynamoTraces } from '../../adapters/dynamodb/evidence/dynamo-traces.ts';
import { DynamoForms } from '../../adapters/dynamodb/forms/dynamo-forms.ts';
import { DynamoScripts } from '../../adapters/dynamodb/forms/dynamo-scripts.ts';
import { DynamoRowEditor } from '../../adapters/dynamodb/rows/dynamo-row-editor.ts';
import { DynamoRowImport } from '../../adapters/dynamodb/rows/dynamo-row-import.ts';
import { DynamoAuditLog } from '../../adapters/dynamodb/views/dynamo-audit-log.ts';
import { DynamoStateLog } from '../../adapters/dynamodb/views/dynamo-state-log.ts';
import { ScryptPins } from '../../adapters/system/scrypt-pins.ts';
import {
  type Environment,
  formSettings,
  lockSettings,
  newTasks,
  tableSettings,
  viewSettings,
} from '../../settings.ts';
import { corePorts } from '../core-ports.ts';
import { composeDesks } from '../desks.ts';
import { composeRecordings } from '../recordings.ts';
import { sha256, sha256Hex } from '../table-ports.ts';
import { composeViews } from '../views.ts';

/** What supervisors do reaches no telephone: rows that they change are followed. */
export function supervisorApiPorts(environment: Environment) {
  const core = corePorts(environment);
  const client = functionClient();
  const tables = tableSettings(environment);
  return {
    ...core,
    directory: new DynamoDirectory(client, { tables, clock: core.clock, reads: 'current' }),
    views: composeViews(environment),
    stateLog: new DynamoStateLog(client, viewSettings(environment)),
    auditLog: new DynamoAuditLog(client, viewSettings(environment)),
    desks: composeDesks(environment, core.clock),
    recordings: composeRecordings(environment),
    rowEditor: new DynamoRowEditor(client, tables),
    answeredRequests: new DynamoAnsweredRequests(client, lockSettings(environment)),
    calendarLinks: new DynamoCalendarLinks(client, tables),
    cursorKey: new DynamoCursorKey(client, lockSettings(environment)),
    scripts: new DynamoScripts(client, tables),
    rowImport: new DynamoRowImport(client, tables),
    digest: sha256,
    pins: new ScryptPins(),
    forms: new DynamoForms(client, formSettings(environment)),
    traces: new DynamoTraces(client, {
      ...tables,
      ...formSettings(environment),
      ...viewSettings(environment),
    }),
    hash: sha256Hex,
    newTasks: newTasks(environment),
  };
}
