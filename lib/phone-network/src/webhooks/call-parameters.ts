import { type LegRecord, secondsTalked } from '../legs/leg-record.ts';

export const apiVersion = '2010-04-01';

/** The fields that every webhook about a leg carries. */
export function callParameters(accountSid: string, leg: LegRecord): Record<string, string> {
  return {
    CallSid: leg.sid,
    AccountSid: accountSid,
    From: leg.from,
    To: leg.to,
    Caller: leg.from,
    Called: leg.to,
    CallStatus: leg.status,
    ApiVersion: apiVersion,
    Direction: leg.direction,
    ...(leg.parentSid && { ParentCallSid: leg.parentSid }),
    ...leg.webhookFields,
  };
}

/** What the last status callback of a leg adds: seconds, billed minutes, SIP code. */
export function finalParameters(leg: LegRecord): Record<string, string> {
  const seconds = secondsTalked(leg, leg.updatedAt);
  return {
    CallDuration: String(seconds ?? 0),
    SipResponseCode: String(leg.sipResponseCode ?? ''),
    ...(seconds !== null && { Duration: String(Math.ceil(seconds / 60)) }),
  };
}

/** RFC 2822, UTC, as Twilio writes dates: `Mon, 23 Nov 2026 06:28:00 +0000`. */
export function rfc2822(instant: number): string {
  return new Date(instant).toUTCString().replace('GMT', '+0000');
}
