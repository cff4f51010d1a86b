import { useEffect, useRef, useState } from 'preact/hooks';
import { Dialog } from '../../parts/dialog.tsx';
import { LongTextField } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { toast } from '../../parts/toasts.tsx';
import { ask } from '../../shell/api/ask.ts';
import { DialogFoot } from '../dialog-foot.tsx';
import { boardWords } from './board-words.ts';

export interface MessageDialogProps {
  operator: string;
  name: string;
  onClose: () => void;
}

/** What was written stays until it was shown. */
export function MessageDialog({ operator, name, onClose }: MessageDialogProps) {
  const words = boardWords();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLDivElement>(null);
  // It is opened to write: a space shall not press what closes it.
  useEffect(() => field.current?.querySelector('textarea')?.focus(), []);
  const isEmpty = text.trim() === '';
  const send = async () => {
    if (isEmpty || busy) return;
    setBusy(true);
    const path = `/operators/${encodeURIComponent(operator)}/message` as const;
    const answer = await ask('POST', path, { text });
    setBusy(false);
    if (answer.kind !== 'done') return setProblem(answer.sentence);
    toast(words.messageSent(name));
    onClose();
  };
  return (
    <Dialog
      title={words.messageTitle(name)}
      onClose={onClose}
      onSubmit={() => void send()}
      actions={
        <DialogFoot submit={words.messageSend} disabled={isEmpty} busy={busy} onClose={onClose} />
      }
    >
      <div ref={field}>
        <LongTextField
          label={words.messageText}
          help={words.messageHelp}
          value={text}
          onInput={setText}
        />
      </div>
      {problem !== undefined && <Notice tone="bad">{problem}</Notice>}
    </Dialog>
  );
}
