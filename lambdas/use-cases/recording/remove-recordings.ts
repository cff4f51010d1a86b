import type { DueRecording } from '../../ports/calls/recordings.ts';
import type { Ports } from '../../ports/ports.ts';
import { eachAlone } from '../sweep/each-alone.ts';

export type RemoveRecordingPorts = Pick<Ports, 'recordings' | 'recorder' | 'clock' | 'journal'>;

/** In one go; the next minute brings the next. */
const mostAtOnce = 100;

/** Deletes at the network what was kept long enough, or was erased. What fails is tried again in a minute. */
export async function removeRecordings(ports: RemoveRecordingPorts): Promise<void> {
  const due = await ports.recordings.dueBy(ports.clock.now(), mostAtOnce);
  await eachAlone(ports, due, {
    idsOf: ({ attempt }) => ({ attempt }),
    work: (it) => removeOne(ports, it),
  });
}

async function removeOne(
  { recordings, recorder, clock }: RemoveRecordingPorts,
  due: DueRecording,
): Promise<void> {
  const { attempt, sid, call } = due;
  await recorder.remove({ sid, call });
  await recordings.note(attempt, { sid, call, state: 'deleted', at: clock.now() });
  await recordings.forget(due);
}

/** The reconciler's part: whether there is anything to delete. It calls no network itself. */
export async function askForRemoval({
  recordings,
  clock,
  dialQueue,
}: Pick<Ports, 'recordings' | 'clock' | 'dialQueue'>): Promise<void> {
  const due = await recordings.dueBy(clock.now(), 1);
  if (due.length > 0) await dialQueue.send({ kind: 'remove-recordings' }, 0);
}
