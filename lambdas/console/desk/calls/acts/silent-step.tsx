import { useEffect, useState } from 'preact/hooks';
import type { AttemptView } from '../../../../contract/calls.ts';
import type { Step } from '../../../../domain/script/script.ts';
import { Notice } from '../../../parts/notice.tsx';
import { changeRecording, recordingNow } from './recording-state.ts';
import { recordingWords } from './recording-words.ts';

/** The network records nothing yet while the customer hears the notice: it is asked again. */
const againMilliseconds = 1500;

/**
 * Pauses the recording while a step is open that is not to be recorded, and lets it go on afterwards
 * unless somebody had paused it before. Until it is paused, the operator is told to wait.
 */
export function SilentStep({ call, steps }: { call: AttemptView; steps: readonly Step[] }) {
  const words = recordingWords();
  const isSilent = steps.some(({ doNotRecord }) => doNotRecord);
  const now = recordingNow(call);
  const isRecorded = now === 'recording' || now === 'paused';
  const [isPaused, setPaused] = useState(false);
  useEffect(() => {
    if (isSilent && isRecorded) return keepPaused(call, now === 'paused', setPaused);
    return undefined;
  }, [isSilent, isRecorded]);
  if (!isSilent || !isRecorded) return null;
  return isPaused ? <Notice>{words.silent}</Notice> : <Notice tone="bad">{words.pausing}</Notice>;
}

/** Returns what ends the pause. */
function keepPaused(
  call: AttemptView,
  wasPaused: boolean,
  tell: (isPaused: boolean) => void,
): () => void {
  let isLeft = false;
  const pause = async () => {
    const answer = await changeRecording(call, 'paused');
    if (isLeft) return;
    if (answer.kind === 'done') tell(true);
    else setTimeout(() => !isLeft && void pause(), againMilliseconds);
  };
  tell(wasPaused);
  const pausing = wasPaused ? Promise.resolve() : pause();
  return () => {
    isLeft = true;
    tell(false);
    if (!wasPaused) void pausing.then(() => changeRecording(call, 'recording'));
  };
}
