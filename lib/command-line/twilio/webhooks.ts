import { type FoundSystem, outputOf } from '../find-system.ts';

/** Where Twilio asks, and tells, about calls that come in. */
export interface VoiceWebhooks {
  voiceUrl: string;
  fallbackUrl: string;
  statusUrl: string;
}

export interface Webhooks {
  number: VoiceWebhooks;
  app: VoiceWebhooks;
  sipDomain: VoiceWebhooks;
}

/** By the stack's outputs, which are named after the fields of Twilio's console. */
export function webhooksOf(system: FoundSystem): Webhooks {
  const url = (output: string) => outputOf(system, output);
  return {
    number: {
      voiceUrl: url('TwilioPhoneNumberVoiceUrl'),
      fallbackUrl: url('TwilioPhoneNumberVoiceFallbackUrl'),
      statusUrl: url('TwilioPhoneNumberStatusCallbackUrl'),
    },
    app: {
      voiceUrl: url('TwimlAppVoiceRequestUrl'),
      fallbackUrl: url('TwimlAppVoiceFallbackUrl'),
      statusUrl: url('TwimlAppStatusCallbackUrl'),
    },
    sipDomain: {
      voiceUrl: url('SipDomainVoiceRequestUrl'),
      fallbackUrl: url('SipDomainVoiceFallbackUrl'),
      statusUrl: url('SipDomainStatusCallbackUrl'),
    },
  };
}
