import type { AttemptView } from '../../../../contract/calls.ts';
import { type Answer, ask } from '../../../shell/api/ask.ts';
import { hearOfCall } from '../state/calls.ts';

/** Of a talk at this moment; undefined where its task records nothing, or nobody talks. */
export function recordingNow({
  recording,
  recordings = [],
  state,
}: AttemptView): 'none' | 'recording' | 'paused' | undefined {
  if (recording === undefined || state !== 'talking') return undefined;
  const open = recordings.findLast((it) => it.state === 'recording' || it.state === 'paused');
  if (open !== undefined) return open.state === 'paused' ? 'paused' : 'recording';
  return recording === 'on-demand' ? 'none' : 'recording';
}

export async function changeRecording(
  call: Pick<AttemptView, 'id'>,
  state: 'recording' | 'paused',
): Promise<Answer<AttemptView>> {
  const answer = await ask('PUT', `/attempts/${call.id}/recording`, { state });
  if (answer.kind === 'done') hearOfCall(answer.value);
  return answer;
}
