import type { Attempt } from '../../domain/attempt/attempt.ts';
import { recordedCall, recordsByItself } from '../../domain/attempt/recorded-call.ts';
import type { Ports } from '../../ports/ports.ts';

export type RecordOnPorts = Pick<Ports, 'recorder' | 'recordings' | 'clock'>;

/**
 * The recording that a Dial made ends with it: what is said in the conference that follows is one more. Not
 * where it is paused. One that the operator began is of their leg, and goes on by itself.
 */
export async function recordOn(
  { recorder, recordings, clock }: RecordOnPorts,
  attempt: Attempt,
): Promise<void> {
  const call = recordedCall(attempt);
  if (call === undefined || !recordsByItself(attempt.recording) || isPaused(attempt)) return;
  const news = await recorder.start(call, attempt.id);
  if (news === undefined) return;
  const { sid, startedAt } = news;
  const began = startedAt === undefined ? {} : { startedAt };
  await recordings.note(attempt.id, { sid, call, state: 'recording', at: clock.now(), ...began });
}

function isPaused({ recordings = [] }: Attempt): boolean {
  return recordings.some(({ state }) => state === 'paused');
}
