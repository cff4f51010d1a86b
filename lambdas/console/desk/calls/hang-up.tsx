import { useState } from 'preact/hooks';
import type { AttemptView } from '../../../contract/calls.ts';
import { Button } from '../../parts/button.tsx';
import { toast } from '../../parts/toasts.tsx';
import { ask } from '../../shell/api/ask.ts';
import { onCallWords } from './on-call-words.ts';

/** Ends the call: both lines. */
export function HangUp({ call }: { call: AttemptView }) {
  const [busy, setBusy] = useState(false);
  const hangUp = async () => {
    setBusy(true);
    const answer = await ask('POST', `/attempts/${call.id}/hang-up`, {});
    setBusy(false);
    if (answer.kind !== 'done') toast(answer.sentence, 'bad');
  };
  return (
    <Button kind="danger" icon="hangUp" busy={busy} onClick={() => void hangUp()}>
      {onCallWords().hangUp}
    </Button>
  );
}
