import type { CallInstance } from 'twilio/lib/rest/api/v2010/account/call.js';
import type { LegEnd } from '../../domain/attempt/attempt.ts';
import type { LegNews } from '../../ports/dialler.ts';

const ends: ReadonlySet<string> = new Set<LegEnd>([
  'completed',
  'busy',
  'no-answer',
  'failed',
  'canceled',
]);

export function isLegEnd(status: string | undefined): status is LegEnd {
  return status !== undefined && ends.has(status);
}

export type ShownCall = Pick<
  CallInstance,
  'sid' | 'status' | 'dateCreated' | 'dateUpdated' | 'endTime' | 'duration'
>;

/** A leg as Twilio's REST API shows it; its dates are whole seconds, cut off. */
export function legNews(call: ShownCall): LegNews {
  return { sid: call.sid, createdAt: call.dateCreated.getTime(), state: stateOf(call) };
}

function stateOf({ status, duration, endTime, dateUpdated }: ShownCall): LegNews['state'] {
  if (!isLegEnd(status)) return status === 'in-progress' ? 'answered' : 'ringing';
  const endedAt = (endTime ?? dateUpdated).getTime();
  return { endedAs: status, seconds: secondsOf(duration), endedAt };
}

/** Twilio writes seconds as text, and nothing where a leg was not answered. */
export function secondsOf(text: string | null | undefined): number {
  const seconds = Number(text ?? '');
  return Number.isFinite(seconds) && seconds > 0 ? seconds : 0;
}
