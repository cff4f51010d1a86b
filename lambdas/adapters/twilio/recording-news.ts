import type { Instant } from '../../domain/basics/instant.ts';
import type { RecordingNews } from '../../ports/calls/recorder.ts';
import type { SignedFields } from '../../ports/calls/voice-webhooks.ts';
import { secondsOf } from './leg-news.ts';

/**
 * A recording's status callback. `CallSid` is always the leg that dialled.
 * https://www.twilio.com/docs/voice/api/recording#recordingstatuscallback
 */
export function recordingOfFields(fields: SignedFields): RecordingNews | undefined {
  const [sid, call] = [fields.get('RecordingSid'), fields.get('CallSid')];
  const state = ends[fields.get('RecordingStatus') ?? ''];
  if (!sid || !call || state === undefined) return undefined;
  return {
    sid,
    call,
    state,
    ...detailsOf({
      startTime: fields.get('RecordingStartTime'),
      duration: fields.get('RecordingDuration'),
      channels: Number(fields.get('RecordingChannels')),
    }),
  };
}

/** `failed`: it could not be encrypted, and is not there. */
const ends: Readonly<Record<string, RecordingNews['state']>> = {
  completed: 'completed',
  absent: 'absent',
  failed: 'absent',
};

/** As the REST API shows it; any date may be null, whatever the SDK's types say. */
export interface ShownRecording {
  sid: string;
  callSid: string;
  status: string;
  startTime?: unknown;
  duration?: string | null;
  channels?: number | null;
}

/** `deleted` stays in lists for a while. */
export function recordingNews(shown: ShownRecording): RecordingNews {
  const { sid, callSid: call, status } = shown;
  return { sid, call, state: states[status] ?? 'open', ...detailsOf(shown) };
}

const states: Readonly<Record<string, RecordingNews['state']>> = {
  ...ends,
  deleted: 'absent',
  paused: 'paused',
};

type Details = Pick<ShownRecording, 'startTime' | 'duration' | 'channels'>;

function detailsOf({
  startTime,
  duration,
  channels,
}: { [K in keyof Details]: Details[K] | undefined }): Partial<RecordingNews> {
  const startedAt = instantOf(startTime);
  const seconds = secondsOf(duration);
  return {
    ...(startedAt !== undefined && { startedAt }),
    ...(seconds > 0 && { seconds }),
    ...(channels ? { channels } : {}),
  };
}

/** A date of the SDK's, or RFC 2822. */
function instantOf(given: unknown): Instant | undefined {
  const at = given instanceof Date ? given.getTime() : Date.parse(String(given ?? ''));
  return Number.isNaN(at) ? undefined : at;
}
