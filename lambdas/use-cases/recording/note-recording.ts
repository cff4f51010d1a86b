import type { AttemptId } from '../../domain/attempt/attempt.ts';
import { parseAttemptId } from '../../domain/attempt/attempt.ts';
import { deleteAt, type Recording } from '../../domain/attempt/recording.ts';
import { usualRecordingDays } from '../../domain/task/recording-rules.ts';
import type { RecordingNews } from '../../ports/calls/recorder.ts';
import type { Ports } from '../../ports/ports.ts';

export type NoteRecordingPorts = Pick<Ports, 'recordings' | 'directory' | 'clock' | 'journal'>;

/**
 * A recording is there, or there is none. It may be told twice, late, or never: then it is looked up. When
 * it is to be deleted is written first. One whose attempt is gone, erased on request, goes at once.
 */
export async function noteRecording(
  ports: NoteRecordingPorts,
  attempt: AttemptId,
  news: RecordingNews,
): Promise<void> {
  const { recordings, clock, journal } = ports;
  if (news.state === 'open' || news.state === 'paused') return;
  const at = clock.now();
  const recording: Recording = { ...news, state: news.state, at };
  const kept = { attempt, sid: news.sid, call: news.call };
  const days = await daysKept(ports, attempt);
  if (news.state === 'completed') await recordings.keepUntil(kept, deleteAt(recording, days));
  const known = await recordings.note(attempt, recording);
  if (known === undefined) await recordings.keepUntil(kept, at);
  else if (news.state === 'absent') journal.note('recording absent', { attempt });
}

async function daysKept({ directory }: NoteRecordingPorts, attempt: AttemptId): Promise<number> {
  const row = parseAttemptId(attempt)?.row;
  const task = row && (await directory.task(row.task));
  return task?.keepRecordingsDays ?? usualRecordingDays;
}
