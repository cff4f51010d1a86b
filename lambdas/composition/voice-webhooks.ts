import { parameterStoreAccount } from '../adapters/ssm/parameter-store-account.ts';
import { KnownAccount } from '../adapters/twilio/known-account.ts';
import { TwilioWebhooks } from '../adapters/twilio/twilio-webhooks.ts';
import type { VoiceWebhooks } from '../ports/calls/voice-webhooks.ts';
import type { Clock } from '../ports/clock.ts';
import { type Environment, twilioSettings } from '../settings.ts';

export function composeVoiceWebhooks(
  environment: Environment,
  clock: Pick<Clock, 'now'>,
): VoiceWebhooks {
  const { parameters, publicBaseUrl, moreBaseUrls } = twilioSettings(environment);
  const account = new KnownAccount(parameterStoreAccount(parameters), clock);
  return new TwilioWebhooks({ account, publicBaseUrl, moreBaseUrls });
}
