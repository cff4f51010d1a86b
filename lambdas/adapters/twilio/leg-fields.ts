import type { LegEnd } from '../../domain/attempt/facts.ts';
import type { DialEnd, LegEvent } from '../../domain/phone/voice-step.ts';
import type { SignedFields } from '../../ports/calls/voice-webhooks.ts';
import { isLegEnd, secondsOf } from './leg-news.ts';
import { lineEnd } from './line-answer.ts';

/** A status callback's news; undefined for a state that says nothing yet. */
export function legEventOf(leg: LegEvent['leg'], fields: SignedFields): LegEvent | undefined {
  const state = stateOf(fields.get('CallStatus'));
  const sid = fields.get('CallSid');
  if (state === undefined || !sid) return undefined;
  const parentSid = fields.get('ParentCallSid');
  const seconds = secondsOf(fields.get('CallDuration'));
  const event = { leg, sid, state, seconds, ...(parentSid && { parentSid }) };
  if (leg !== 'customer' || !isLegEnd(state)) return event;
  const end = told(state, fields);
  return isToldByDial(state, end) ? undefined : { ...event, ...end };
}

/** Whether it rang out, or the operator gave up, only the dial's own request tells, by its caller's status. */
function isToldByDial(state: LegEnd, { refused }: Pick<LegEvent, 'refused'>): boolean {
  return refused === undefined && (state === 'no-answer' || state === 'canceled');
}

function stateOf(status: string | undefined): LegEvent['state'] | undefined {
  if (status === 'initiated' || status === 'ringing' || isLegEnd(status)) return status;
  return status === 'in-progress' ? 'answered' : undefined;
}

function told(status: LegEnd, fields: SignedFields): Pick<LegEvent, 'state' | 'refused'> {
  const { as, refused } = lineEnd(status, {
    sip: numberOf(fields.get('SipResponseCode')),
    code: numberOf(fields.get('ErrorCode')),
  });
  return { state: as, ...(refused && { refused }) };
}

/**
 * The request for a Dial's `action`. Twilio makes it also when the operator hung up first; their
 * call's status then says so, and the answer has no effect.
 */
export function dialEndOf(fields: SignedFields): DialEnd {
  const status = fields.get('DialCallStatus');
  const sid = fields.get('DialCallSid');
  const { as, refused } = lineEnd(isLegEnd(status) ? status : 'failed', {
    sip: numberOf(fields.get('DialSipResponseCode')),
    code: numberOf(fields.get('ErrorCode')),
  });
  return {
    as,
    bridged: fields.get('DialBridged') === 'true',
    seconds: secondsOf(fields.get('DialCallDuration')),
    callerGone: isLegEnd(fields.get('CallStatus')),
    ...(sid && { sid }),
    ...(refused && { refused }),
  };
}

/** `AnsweredBy`: human, machine_start, machine_end_beep and its like, fax, unknown. */
export function listenerOf(fields: SignedFields): 'person' | 'machine' | 'unknown' {
  const by = fields.get('AnsweredBy') ?? '';
  if (by === 'human') return 'person';
  return by === 'fax' || by.startsWith('machine_') ? 'machine' : 'unknown';
}

function numberOf(text: string | undefined): number | undefined {
  const found = Number(text ?? '');
  return Number.isInteger(found) && found > 0 ? found : undefined;
}
