import type { DialEnd, LegEvent } from '../../domain/phone/voice-step.ts';
import type { SignedFields } from '../../ports/voice-webhooks.ts';
import { isLegEnd, secondsOf } from './leg-news.ts';

/** A status callback's news; undefined for a state that says nothing yet. */
export function legEventOf(leg: LegEvent['leg'], fields: SignedFields): LegEvent | undefined {
  const state = stateOf(fields.get('CallStatus'));
  const sid = fields.get('CallSid');
  if (state === undefined || !sid) return undefined;
  const parentSid = fields.get('ParentCallSid');
  const seconds = secondsOf(fields.get('CallDuration'));
  return { leg, sid, state, seconds, ...(parentSid && { parentSid }) };
}

function stateOf(status: string | undefined): LegEvent['state'] | undefined {
  if (status === 'initiated' || status === 'ringing' || isLegEnd(status)) return status;
  return status === 'in-progress' ? 'answered' : undefined;
}

/**
 * The request for a Dial's `action`. Twilio makes it also when the operator hung up first; their
 * call's status then says so, and the answer has no effect.
 */
export function dialEndOf(fields: SignedFields): DialEnd {
  const status = fields.get('DialCallStatus');
  const sid = fields.get('DialCallSid');
  return {
    as: isLegEnd(status) ? status : 'failed',
    bridged: fields.get('DialBridged') === 'true',
    seconds: secondsOf(fields.get('DialCallDuration')),
    callerGone: isLegEnd(fields.get('CallStatus')),
    ...(sid && { sid }),
  };
}
