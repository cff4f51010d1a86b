import { useState } from 'preact/hooks';
import type { AttemptView } from '../../../contract/calls.ts';
import { Button } from '../../parts/button.tsx';
import { toast } from '../../parts/toasts.tsx';
import { ask } from '../../shell/api/ask.ts';
import { onCallWords } from './on-call-words.ts';

/** A machine answered: ends the call, which counts as not reached. Also for a moment afterwards. */
export function Voicemail({ call }: { call: AttemptView }) {
  const words = onCallWords();
  const [busy, setBusy] = useState(false);
  const isAnswered =
    call.outcome === undefined ? call.state === 'talking' : call.outcome === 'reached';
  if (!isAnswered || call.origin === 'inbound') return null;
  const note = async () => {
    setBusy(true);
    const answer = await ask('POST', `/attempts/${call.id}/voicemail`, {});
    setBusy(false);
    if (answer.kind === 'done') toast(words.voicemailNoted);
    else toast(answer.sentence, 'bad');
  };
  return (
    <Button icon="later" label={words.voicemailTitle} busy={busy} onClick={() => void note()}>
      {words.voicemail}
    </Button>
  );
}
