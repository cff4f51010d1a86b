import { useState } from 'preact/hooks';
import type { AttemptView } from '../../../../contract/calls.ts';
import { Button } from '../../../parts/button.tsx';
import { toast } from '../../../parts/toasts.tsx';
import { ask } from '../../../shell/api/ask.ts';
import { keys } from '../../keys/key-list.ts';
import { onCallWords } from '../on-call-words.ts';

/** Ends the call: both lines. */
export function HangUp({ call }: { call: AttemptView }) {
  const [busy, setBusy] = useState(false);
  const hangUp = async () => {
    setBusy(true);
    await endCall(call);
    setBusy(false);
  };
  return (
    <Button
      kind="danger"
      icon="hangUp"
      keys={keys.hangUp}
      busy={busy}
      onClick={() => void hangUp()}
    >
      {onCallWords().hangUp}
    </Button>
  );
}

/** Ends the call; false where that did not work. */
export async function endCall({ id }: AttemptView): Promise<boolean> {
  const answer = await ask('POST', `/attempts/${id}/hang-up`, {});
  if (answer.kind !== 'done') toast(answer.sentence, 'bad');
  return answer.kind === 'done';
}
