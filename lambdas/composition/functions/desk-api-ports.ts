import { functionClient } from '../../adapters/dynamodb/client/dynamo-client.ts';
import { DynamoAnsweredRequests } from '../../adapters/dynamodb/counters/dynamo-answered-requests.ts';
import { DynamoDirectory } from '../../adapters/dynamodb/directory/dynamo-directory.ts';
import { DynamoRowEditor } from '../../adapters/dynamodb/rows/dynamo-row-editor.ts';
import { DynamoAuditLog } from '../../adapters/dynamodb/views/dynamo-audit-log.ts';
import { DynamoStateLog } from '../../adapters/dynamodb/views/dynamo-state-log.ts';
import { parameterStoreVoiceKeys } from '../../adapters/ssm/parameter-store-voice-keys.ts';
import { TwilioVoiceTokens } from '../../adapters/twilio/voice-token.ts';
import {
  type Environment,
  formSettings,
  lockSettings,
  sipDomains,
  twilioSettings,
  viewSettings,
  voicePlace,
} from '../../settings.ts';
import { corePorts } from '../core-ports.ts';
import { composeDesks } from '../desks.ts';
import { composeConferences, composeDialler, composeRecorder, composeTexts } from '../dialler.ts';
import { composeForms } from '../forms.ts';
import { composePresence } from '../presence.ts';
import { composeRecordings } from '../recordings.ts';
import { composeViews } from '../views.ts';

/** What people do at their desks reaches everything but timers: those follow rows. */
export function deskApiPorts(environment: Environment) {
  const core = corePorts(environment);
  const client = functionClient();
  const tables = formSettings(environment);
  const readKeys = parameterStoreVoiceKeys(twilioSettings(environment).parameters);
  return {
    ...core,
    directory: new DynamoDirectory(client, {
      tables,
      clock: core.clock,
      reads: 'current',
      sipDomains: sipDomains(environment),
    }),
    dialler: composeDialler(environment, core.clock),
    texts: composeTexts(environment, core.clock),
    views: composeViews(environment),
    stateLog: new DynamoStateLog(client, viewSettings(environment)),
    auditLog: new DynamoAuditLog(client, viewSettings(environment)),
    desks: composeDesks(environment, core.clock),
    presence: composePresence(environment, core.clock),
    recorder: composeRecorder(environment, core.clock),
    conferences: composeConferences(environment, core.clock),
    recordings: composeRecordings(environment),
    rowEditor: new DynamoRowEditor(client, tables),
    answeredRequests: new DynamoAnsweredRequests(client, lockSettings(environment)),
    ...composeForms(environment),
    voiceTokens: new TwilioVoiceTokens(readKeys, {
      clock: core.clock,
      place: voicePlace(environment),
    }),
  };
}
