import { dynamoClient } from '../adapters/dynamodb/dynamo-client.ts';
import { DynamoDirectory } from '../adapters/dynamodb/dynamo-directory.ts';
import { DynamoIntake } from '../adapters/dynamodb/dynamo-intake.ts';
import { DynamoRowDesk } from '../adapters/dynamodb/dynamo-row-desk.ts';
import { parameterStorePhoneKeys } from '../adapters/ssm/parameter-store-phone-keys.ts';
import { ScryptPins } from '../adapters/system/scrypt-pins.ts';
import { TwilioPhonePasses } from '../adapters/twilio/phone-pass.ts';
import { type Environment, formSettings, twilioSettings } from '../settings.ts';
import { corePorts } from './core-ports.ts';
import { composeDesks } from './desks.ts';
import { composeDialler } from './dialler.ts';
import { composeForms } from './forms.ts';
import { sha256 } from './table-ports.ts';
import { composeViews } from './views.ts';

/** What people do at their desks reaches everything but timers: those follow rows. */
export function consolePorts(environment: Environment) {
  const core = corePorts(environment);
  const client = dynamoClient();
  const tables = formSettings(environment);
  const readKeys = parameterStorePhoneKeys(twilioSettings(environment).parameters);
  return {
    ...core,
    directory: new DynamoDirectory(client, { tables, clock: core.clock, reads: 'current' }),
    dialler: composeDialler(environment, core.clock),
    views: composeViews(environment),
    desks: composeDesks(environment, core.clock),
    desk: new DynamoRowDesk(client, tables),
    ...composeForms(environment),
    intake: new DynamoIntake(client, tables),
    digest: sha256,
    pins: new ScryptPins(),
    phonePasses: new TwilioPhonePasses(readKeys, core.clock),
  };
}
