import { useState } from 'preact/hooks';
import type { AttemptView } from '../../../../contract/calls.ts';
import { Button } from '../../../parts/button.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { knownKeeper } from '../../form/keeping/form-keepers.ts';
import { keys } from '../../keys/key-list.ts';
import { onCallWords } from '../on-call-words.ts';
import { closeCall } from '../state/calls.ts';

/** Takes a call off the desk without its form; asks where something was written into it. */
export function CloseUnsent({ call }: { call: AttemptView }) {
  const words = onCallWords();
  const [isAsking, setAsking] = useState(false);
  const close = () => closeCall(call.id);
  const ask = () => (knownKeeper(call.id)?.isWritten ? setAsking(true) : close());
  return (
    <>
      <Button size="large" keys={keys.done} onClick={ask}>
        {words.closeUnsent}
      </Button>
      {isAsking && (
        <Dialog
          title={words.closeUnsentTitle}
          onClose={() => setAsking(false)}
          onSubmit={() => setAsking(false)}
          actions={
            <>
              <Button onClick={close}>{words.closeUnsent}</Button>
              <Button kind="primary" type="submit">
                {words.keepWriting}
              </Button>
            </>
          }
        >
          <p>{words.closeUnsentText}</p>
        </Dialog>
      )}
    </>
  );
}
