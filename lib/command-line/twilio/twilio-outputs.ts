import type { CallEntry } from '../../../lambdas/ports/calls/voice-paths.ts';

/** Of an output: its name, and the field of Twilio's console that its value belongs in. */
type TwilioField = readonly [output: string, field: string];

/** The stack's outputs about the webhooks of calls that come in, named after the fields of Twilio's console. */
export const twilioOutputs: Readonly<
  Record<CallEntry, { where: string; voice: TwilioField; fallback: TwilioField; news: TwilioField }>
> = {
  number: {
    where: 'Phone Numbers, the number, Voice Configuration',
    voice: ['TwilioPhoneNumberVoiceUrl', 'A call comes in'],
    fallback: ['TwilioPhoneNumberVoiceFallbackUrl', 'Primary handler fails'],
    news: ['TwilioPhoneNumberStatusCallbackUrl', 'Call status changes'],
  },
  app: {
    where: 'TwiML Apps, the app, Voice Configuration',
    voice: ['TwimlAppVoiceRequestUrl', 'Request URL'],
    fallback: ['TwimlAppVoiceFallbackUrl', 'Fallback URL'],
    news: ['TwimlAppStatusCallbackUrl', 'Status Callback URL'],
  },
  sipDomain: {
    where: 'SIP Domains, the domain, Call Control Configuration',
    voice: ['SipDomainVoiceRequestUrl', 'Request URL'],
    fallback: ['SipDomainVoiceFallbackUrl', 'Fallback URL'],
    news: ['SipDomainStatusCallbackUrl', 'Status Callback URL'],
  },
};
