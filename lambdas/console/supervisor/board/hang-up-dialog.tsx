import { useState } from 'preact/hooks';
import { Dialog } from '../../parts/dialog.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ask } from '../../shell/api/ask.ts';
import { DialogFoot } from '../dialog-foot.tsx';
import { boardWords } from './board-words.ts';

export interface HangUpDialogProps {
  attempt: string;
  /** Whose call it is. */
  name: string;
  onClose: () => void;
}

/** Ends a call of somebody else's, after a question: a customer may be speaking. */
export function HangUpDialog({ attempt, name, onClose }: HangUpDialogProps) {
  const words = boardWords();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const hangUp = async () => {
    setBusy(true);
    const answer = await ask('POST', `/attempts/${attempt}/hang-up`, {});
    setBusy(false);
    if (answer.kind !== 'done') return setProblem(answer.sentence);
    onClose();
  };
  return (
    <Dialog
      title={words.hangUpTitle(name)}
      onClose={onClose}
      onSubmit={() => void hangUp()}
      actions={<DialogFoot submit={words.hangUp} kind="danger" busy={busy} onClose={onClose} />}
    >
      <p>{words.hangUpText}</p>
      {problem !== undefined && <Notice tone="bad">{problem}</Notice>}
    </Dialog>
  );
}
