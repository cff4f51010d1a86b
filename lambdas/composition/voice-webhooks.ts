import { parameterStoreAccount } from '../adapters/ssm/parameter-store-account.ts';
import { KnownAccount } from '../adapters/twilio/known-account.ts';
import { TwilioEdge } from '../adapters/twilio/twilio-edge.ts';
import type { Clock } from '../ports/clock.ts';
import type { TelephoneEdge } from '../ports/telephone-edge.ts';
import { type Environment, twilioSettings } from '../settings.ts';

export function composeTelephoneEdge(
  environment: Environment,
  clock: Pick<Clock, 'now'>,
): TelephoneEdge {
  const { parameters, publicBaseUrl } = twilioSettings(environment);
  const account = new KnownAccount(parameterStoreAccount(parameters), clock);
  return new TwilioEdge({ account, publicBaseUrl });
}
