import type { Attempt, AttemptId } from '../../domain/attempt/attempt.ts';
import { recordedCall } from '../../domain/attempt/recorded-call.ts';
import { attemptViewOf } from '../../domain/views/attempt-view.ts';
import type { RecordingNews } from '../../ports/calls/recorder.ts';
import type { Ports } from '../../ports/ports.ts';

export type ChangeRecordingPorts = Pick<Ports, 'attempts' | 'recorder' | 'recordings' | 'clock'>;

/**
 * The operator pauses the recording of their talk, goes on with it, or begins one where the task leaves
 * that to them. Undefined where nothing is being recorded that could be changed: nobody talks, or the
 * task records nothing.
 */
export async function changeRecording(
  ports: ChangeRecordingPorts,
  { attempt: id, to }: { attempt: AttemptId; to: 'recording' | 'paused' },
): Promise<Attempt | undefined> {
  const attempt = await ports.attempts.get(id);
  const call = attempt && recordedCall(attempt);
  if (attempt?.recording === undefined || call === undefined) return undefined;
  if (attemptViewOf(attempt).state !== 'talking') return undefined;
  const news = await changed(ports, attempt, { call, to });
  if (news === undefined) return undefined;
  const { sid, startedAt } = news;
  const at = ports.clock.now();
  const noted = { sid, call, state: to, at, ...(startedAt !== undefined && { startedAt }) };
  return ports.recordings.note(id, noted);
}

async function changed(
  { recorder }: ChangeRecordingPorts,
  { id, recording, recordings = [], facts }: Attempt,
  { call, to }: { call: string; to: 'recording' | 'paused' },
): Promise<RecordingNews | undefined> {
  const isBegun = recordings.some(({ state }) => state === 'recording' || state === 'paused');
  const begins = recording === 'on-demand' && !isBegun;
  const news = begins ? undefined : await recorder.change(call, to);
  // of a talk that became a conference the one that was paused has ended
  const mayBegin = begins || facts.conference !== undefined;
  if (news !== undefined || !mayBegin) return news;
  return to === 'recording' ? recorder.start(call, id) : undefined;
}
