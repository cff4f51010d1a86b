import { useState } from 'preact/hooks';
import type { AttemptView } from '../../../../contract/calls.ts';
import { Button } from '../../../parts/button.tsx';
import { Chip } from '../../../parts/chip.tsx';
import { toast } from '../../../parts/toasts.tsx';
import { changeRecording, recordingNow } from './recording-state.ts';
import { recordingWords } from './recording-words.ts';

/** Whether the talk is recorded, and the button that pauses that, goes on, or begins. */
export function Recording({ call }: { call: AttemptView }) {
  const words = recordingWords();
  const [busy, setBusy] = useState(false);
  const now = recordingNow(call);
  if (now === undefined) return null;
  const change = async (to: 'recording' | 'paused') => {
    setBusy(true);
    const answer = await changeRecording(call, to);
    setBusy(false);
    if (answer.kind !== 'done') toast(answer.sentence, 'bad');
  };
  const isOn = now === 'recording';
  return (
    <>
      {now !== 'none' && (
        <Chip tone={isOn ? 'bad' : 'wait'} dot={isOn}>
          {isOn ? words.recording : words.paused}
        </Chip>
      )}
      <Button
        icon={isOn ? 'pause' : 'play'}
        busy={busy}
        onClick={() => void change(isOn ? 'paused' : 'recording')}
      >
        {{ none: words.begin, recording: words.pause, paused: words.goOn }[now]}
      </Button>
    </>
  );
}
