import { useState } from 'preact/hooks';
import type { AttemptView } from '../../../../contract/calls.ts';
import { Button } from '../../../parts/button.tsx';
import { Chip } from '../../../parts/chip.tsx';
import { TimeSince } from '../../../parts/running-time.tsx';
import { toast } from '../../../parts/toasts.tsx';
import { ask } from '../../../shell/api/ask.ts';
import { keys } from '../../keys/key-list.ts';
import { onCallWords } from '../on-call-words.ts';
import { hearOfCall } from '../state/calls.ts';

/** Lets the customer hear music, and comes back to them; who called in cannot be held. */
export function Hold({ call }: { call: AttemptView }) {
  const words = onCallWords();
  const [busy, setBusy] = useState(false);
  if (call.state !== 'talking' || call.origin === 'inbound') return null;
  const isOn = call.hold?.isOn === true;
  const change = async () => {
    setBusy(true);
    const answer = await ask('PUT', `/attempts/${call.id}/hold`, { isOn: !isOn });
    setBusy(false);
    if (answer.kind === 'done') hearOfCall(answer.value);
    else toast(answer.sentence, 'bad');
  };
  return (
    <>
      {isOn && (
        <Chip tone="wait" icon="pause">
          {words.onHold} <TimeSince instant={call.hold?.at ?? call.claimedAt} />
        </Chip>
      )}
      <Button
        icon={isOn ? 'play' : 'pause'}
        keys={keys.hold}
        busy={busy}
        {...(!isOn && { label: words.holdTitle })}
        onClick={() => void change()}
      >
        {isOn ? words.resume : words.hold}
      </Button>
    </>
  );
}
