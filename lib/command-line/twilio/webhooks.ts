import type { CallEntry } from '../../../lambdas/ports/calls/voice-paths.ts';
import { type FoundSystem, outputOf } from '../find-system.ts';
import { twilioOutputs } from './twilio-outputs.ts';

/** Where Twilio asks, and tells, about calls that come in. */
export interface VoiceWebhooks {
  voiceUrl: string;
  /** A file, which is asked for by GET. Empty where nobody serves it. */
  fallbackUrl: string;
  statusUrl: string;
}

export type Webhooks = Readonly<Record<CallEntry, VoiceWebhooks>>;

/** By the stack's outputs. */
export function webhooksOf(system: FoundSystem): Webhooks {
  const of = (entry: CallEntry): VoiceWebhooks => {
    const { voice, fallback, news } = twilioOutputs[entry];
    return {
      voiceUrl: outputOf(system, voice[0]),
      fallbackUrl: system.outputs.get(fallback[0]) ?? '',
      statusUrl: outputOf(system, news[0]),
    };
  };
  return { number: of('number'), app: of('app'), sipDomain: of('sipDomain') };
}
