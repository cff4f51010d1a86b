import { parameterStoreAccount } from '../adapters/ssm/parameter-store-account.ts';
import { KnownAccount } from '../adapters/twilio/known-account.ts';
import { TwilioConferences } from '../adapters/twilio/twilio-conferences.ts';
import { TwilioDialler } from '../adapters/twilio/twilio-dialler.ts';
import { TwilioRecorder } from '../adapters/twilio/twilio-recorder.ts';
import { TwilioTexts } from '../adapters/twilio/twilio-texts.ts';
import type { Conferences } from '../ports/calls/conferences.ts';
import type { Dialler } from '../ports/calls/dialler.ts';
import type { Recorder } from '../ports/calls/recorder.ts';
import type { Texts } from '../ports/calls/texts.ts';
import type { Clock } from '../ports/clock.ts';
import { type Environment, twilioSettings } from '../settings.ts';

export function composeTexts(environment: Environment, clock: Pick<Clock, 'now'>): Texts {
  const { parameters, apiUrl } = twilioSettings(environment);
  return new TwilioTexts({
    account: new KnownAccount(parameterStoreAccount(parameters), clock),
    apiUrl,
  });
}

export function composeDialler(environment: Environment, clock: Pick<Clock, 'now'>): Dialler {
  const { parameters, ...addresses } = twilioSettings(environment);
  const account = new KnownAccount(parameterStoreAccount(parameters), clock);
  return new TwilioDialler({ account, clock, ...addresses });
}

export function composeConferences(
  environment: Environment,
  clock: Pick<Clock, 'now'>,
): Conferences {
  const { parameters, apiUrl } = twilioSettings(environment);
  const account = new KnownAccount(parameterStoreAccount(parameters), clock);
  return new TwilioConferences({ account, apiUrl });
}

export function composeRecorder(environment: Environment, clock: Pick<Clock, 'now'>): Recorder {
  const { parameters, apiUrl, publicBaseUrl } = twilioSettings(environment);
  const account = new KnownAccount(parameterStoreAccount(parameters), clock);
  return new TwilioRecorder({ account, apiUrl, publicBaseUrl });
}
