import type { Attempt } from '../../domain/attempt/attempt.ts';
import { type Recording, recordingTimeout } from '../../domain/attempt/recording.ts';
import { second } from '../../domain/basics/instant.ts';
import type { DialMessage } from '../../ports/calls/dial-queue.ts';
import type { RecordingNews } from '../../ports/calls/recorder.ts';
import type { Ports } from '../../ports/ports.ts';
import { type NoteRecordingPorts, noteRecording } from './note-recording.ts';

export type LookUpRecordingPorts = NoteRecordingPorts &
  Pick<Ports, 'attempts' | 'recorder' | 'dialQueue'>;

/** One that the network still works on is asked for again, for so long. */
const mostTries = 6;

/**
 * What became of the recordings of a talk that ended: nothing is asked where all was told. What the
 * network has is noted as if it had said so; what it does not have, and we were told of, is absent.
 */
export async function lookUpRecordings(
  ports: LookUpRecordingPorts,
  { attempt: id, call, tries }: DialMessage & { kind: 'recordings' },
): Promise<void> {
  const attempt = await ports.attempts.get(id);
  if (attempt !== undefined && isAllKnown(attempt)) return;
  const found = await ports.recorder.ofCall(call);
  for (const news of found) await noteRecording(ports, id, news);
  for (const sid of lost(attempt, found)) {
    await noteRecording(ports, id, { sid, call, state: 'absent' });
  }
  ports.journal.note('recordings looked up', { attempt: id, found: found.length });
  if (!found.some(({ state }) => state === 'open') || tries >= mostTries) return;
  const again = { kind: 'recordings', attempt: id, call, tries: tries + 1 } as const;
  await ports.dialQueue.send(again, recordingTimeout / second);
}

function isAllKnown({ recordings = [] }: Attempt): boolean {
  return recordings.length > 0 && !recordings.some(isOpen);
}

function isOpen({ state }: Recording): boolean {
  return state === 'recording' || state === 'paused';
}

function lost(attempt: Attempt | undefined, found: readonly RecordingNews[]): string[] {
  const open = attempt?.recordings?.filter(isOpen) ?? [];
  return open.map(({ sid }) => sid).filter((sid) => !found.some((it) => it.sid === sid));
}
