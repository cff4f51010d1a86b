import { useState } from 'preact/hooks';
import type { Task } from '../../../domain/task/task.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { TextField } from '../../parts/field.tsx';
import { toast } from '../../parts/toasts.tsx';
import { ask } from '../../shell/api/ask.ts';
import { DialogFoot } from '../dialog-foot.tsx';
import { tasks } from '../directory.ts';
import { taskWords } from './task-words.ts';

export function PauseDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const words = taskWords();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const pause = async () => {
    if (reason.trim() === '') return setProblem(words.required);
    setBusy(true);
    const path = `/tasks/${encodeURIComponent(task.id)}/pause` as const;
    const answer = await ask('POST', path, { reason: reason.trim() });
    setBusy(false);
    if (answer.kind !== 'done') return setProblem(answer.sentence);
    toast(words.pausedNow(task.title));
    void tasks.refresh();
    onClose();
  };
  const foot = { submit: words.pause, kind: 'danger', icon: 'pause', busy, onClose } as const;
  return (
    <Dialog
      title={words.pauseTitle(task.title)}
      onClose={onClose}
      onSubmit={() => void pause()}
      actions={<DialogFoot {...foot} />}
    >
      <p>{words.pauseText}</p>
      <TextField
        label={words.reason}
        help={words.reasonHelp}
        problem={problem}
        value={reason}
        maxLength={300}
        onInput={setReason}
      />
    </Dialog>
  );
}
