import type { Leg } from './leg.ts';
import { startTwiml } from './twiml/perform-twiml.ts';
import type { Stage } from './twiml/scene.ts';

export type CallInResult = { kind: 'ringing'; leg: Leg } | { kind: 'refused'; reason: string };

/** A phone dials one of the account's numbers: the number's voice URL is asked what shall happen. */
export function callIn({ from, to }: { from: string; to: string }, stage: Stage): CallInResult {
  if (!stage.numbers.owns(to))
    return { kind: 'refused', reason: `${to} is not a number of this account.` };
  const config = stage.numbers.configOf(to);
  if (!config) return { kind: 'refused', reason: `${to} has no voice URL.` };
  const { voiceUrl, voiceMethod, voiceFallbackUrl, statusCallback, statusCallbackMethod } = config;
  const leg = stage.exchange.open({
    from,
    to,
    direction: 'inbound',
    parentSid: null,
    statusCallback: statusCallback
      ? { url: statusCallback, method: statusCallbackMethod, events: ['completed'] }
      : null,
  });
  leg.fallback = voiceFallbackUrl ? { url: voiceFallbackUrl, method: voiceMethod } : null;
  stage.phones.callIn(leg);
  leg.dial();
  leg.ring();
  startTwiml(stage, leg, { url: voiceUrl, method: voiceMethod });
  return { kind: 'ringing', leg };
}
