import { type RecordingSubscription, recordingEvents } from '../account/recording.ts';
import type { HttpMethod } from '../legs/leg-record.ts';

/** Without events it tells of the recording that is there alone. */
export function recordingSubscription(
  url: string | undefined,
  { method, events }: { method: string | undefined; events: readonly string[] },
): RecordingSubscription | null {
  if (!url) return null;
  const asked: HttpMethod = method?.toUpperCase() === 'GET' ? 'GET' : 'POST';
  const wanted = events.length === 0 ? ['completed'] : events;
  return { url, method: asked, events: recordingEvents.filter((it) => wanted.includes(it)) };
}
