import type { LegEnd } from '../../domain/attempt/facts.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import type { LegNews } from '../../ports/calls/dialler.ts';

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

/**
 * What is read of a call. Any date may be null, whatever the SDK's types say: of a call that waits in
 * Twilio's queue all are. A status may be one that Twilio adds tomorrow.
 */
export interface ShownCall {
  sid: string;
  status: string;
  dateCreated?: unknown;
  dateUpdated?: unknown;
  endTime?: unknown;
  duration?: string | null;
}

/**
 * A leg as Twilio's REST API shows it; its dates are whole seconds, cut off.
 *
 * @param now stands for a date that Twilio does not show yet
 */
export function legNews(call: ShownCall, now: Instant): LegNews {
  const createdAt = instantOf(call.dateCreated) ?? now;
  return { sid: call.sid, createdAt, state: stateOf(call, now) };
}

function stateOf(call: ShownCall, now: Instant): LegNews['state'] {
  const { status, duration } = call;
  const endTime = instantOf(call.endTime);
  if (isLegEnd(status)) {
    const endedAt = endTime ?? instantOf(call.dateUpdated) ?? now;
    return { endedAs: status, seconds: secondsOf(duration), endedAt };
  }
  if (endTime !== undefined) {
    return { endedAs: 'failed', seconds: secondsOf(duration), endedAt: endTime };
  }
  return status === 'in-progress' ? 'answered' : 'ringing';
}

/** The SDK hands out what it cannot read as it came. */
function instantOf(date: unknown): Instant | undefined {
  const at = date instanceof Date ? date.getTime() : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}

/** Twilio writes seconds as text, and nothing where a leg was not answered. */
export function secondsOf(text: string | null | undefined): number {
  const seconds = Number(text ?? '');
  return Number.isFinite(seconds) && seconds > 0 ? seconds : 0;
}
