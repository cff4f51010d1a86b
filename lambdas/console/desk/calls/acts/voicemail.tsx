import { useState } from 'preact/hooks';
import type { AttemptView } from '../../../../contract/calls.ts';
import { Button } from '../../../parts/button.tsx';
import { toast } from '../../../parts/toasts.tsx';
import { ask } from '../../../shell/api/ask.ts';
import { onCallWords } from '../on-call-words.ts';
import { cardOf } from '../state/cards.ts';

/**
 * A machine answered: ends the call, which counts as not reached; also for a moment afterwards. Where the
 * task has a message, it is left by one press, and the operator goes on at once.
 */
export function Voicemail({ call }: { call: AttemptView }) {
  const words = onCallWords();
  const [busy, setBusy] = useState(false);
  const isAnswered =
    call.outcome === undefined ? call.state === 'talking' : call.outcome === 'reached';
  if (!isAnswered || call.origin === 'inbound') return null;
  const note = async (what: 'voicemail' | 'message') => {
    setBusy(true);
    const answer = await ask('POST', `/attempts/${call.id}/${what}`, {});
    setBusy(false);
    if (answer.kind !== 'done') toast(answer.sentence, 'bad');
    else toast(what === 'message' ? words.messageLeft : words.voicemailNoted);
  };
  const mayLeave =
    call.state === 'talking' && cardOf(call.id).value.value?.task.leavesMessage === true;
  return (
    <>
      <Button
        icon="later"
        label={words.voicemailTitle}
        busy={busy}
        onClick={() => void note('voicemail')}
      >
        {words.voicemail}
      </Button>
      {mayLeave && (
        <Button
          icon="out"
          label={words.leaveMessageTitle}
          busy={busy}
          onClick={() => void note('message')}
        >
          {words.leaveMessage}
        </Button>
      )}
    </>
  );
}
