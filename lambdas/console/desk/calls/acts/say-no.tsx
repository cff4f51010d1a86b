import { useState } from 'preact/hooks';
import type { RowKey } from '../../../../contract/instant.ts';
import { Button } from '../../../parts/button.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { TextField } from '../../../parts/field.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { Segments } from '../../../parts/segments.tsx';
import { toast } from '../../../parts/toasts.tsx';
import { ask } from '../../../shell/api/ask.ts';
import { doNotCallWords } from '../../../words/do-not-call-words.ts';

export interface SayNoProps {
  row: RowKey;
  /** The call in which it was said. */
  attempt?: string;
  onDone?: () => void;
}

/** Asks before it does anything: a click beside the wrong button must not silence a customer. */
export function SayNo(props: SayNoProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon="bellOff" onClick={() => setOpen(true)}>
        {doNotCallWords().saidNo}
      </Button>
      {isOpen && <SayNoDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

type Scope = 'task' | 'all';

export function SayNoDialog(props: SayNoProps & { onClose: () => void }) {
  const { onClose } = props;
  const words = doNotCallWords();
  const [scope, setScope] = useState<Scope>('task');
  const [reason, setReason] = useState('');
  const { note, problem, busy } = useNoting(props);
  const scopes = [
    { value: 'task', label: words.ofTask },
    { value: 'all', label: words.ofAll },
  ] as const;
  return (
    <Dialog
      title={words.sayNoTitle}
      onClose={onClose}
      onSubmit={() => void note({ all: scope === 'all', reason: reason.trim() })}
      actions={
        <Button type="submit" kind="danger" icon="bellOff" busy={busy}>
          {words.doIt}
        </Button>
      }
    >
      <p>{words.sayNoText}</p>
      <Segments label={words.scope} value={scope} options={scopes} onChange={setScope} />
      <TextField label={words.reason} optional value={reason} maxLength={500} onInput={setReason} />
      {problem !== undefined && <Notice tone="bad">{problem}</Notice>}
    </Dialog>
  );
}

function useNoting({ row, attempt, onDone, onClose }: SayNoProps & { onClose: () => void }) {
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const note = async ({ all, reason }: { all: boolean; reason: string }) => {
    setBusy(true);
    const path =
      `/tasks/${encodeURIComponent(row.task)}/subscribers/${row.Id}/do-not-call` as const;
    const said = { all, ...(reason && { reason }), ...(attempt !== undefined && { attempt }) };
    const answer = await ask('POST', path, said);
    setBusy(false);
    if (answer.kind !== 'done') return setProblem(answer.sentence);
    toast(doNotCallWords().done);
    onDone?.();
    onClose();
  };
  return { note, problem, busy };
}
