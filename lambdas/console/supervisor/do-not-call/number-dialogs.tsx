import { type ComponentChildren, Fragment } from 'preact';
import { useState } from 'preact/hooks';
import type { RowKey } from '../../../contract/instant.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { TextField } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { toast } from '../../parts/toasts.tsx';
import { ask } from '../../shell/api/ask.ts';
import { DialogFoot } from '../dialog-foot.tsx';
import { TaskFilter } from '../task-filter.tsx';
import { listWords } from './do-not-call-page-words.ts';

interface Ends {
  onClose: () => void;
  onDone: () => void;
}

/** Whose number is lifted, and for which task; for all, if the task is an empty text. */
export interface Lifted {
  whose: { tel: string } | { row: RowKey };
  task: string;
}

export function LiftNumberDialog({ whose, task: first, ...ends }: Lifted & Ends) {
  const words = listWords();
  const [task, setTask] = useState(first);
  const [reason, setReason] = useState('');
  const submit = () => {
    if (reason.trim() === '') return words.whyNeeded;
    return {
      path: '/do-not-call/lift' as const,
      body: { ...whose, ...ofTask(task), reason: reason.trim() },
    };
  };
  return (
    <NumberDialog
      {...ends}
      title={words.liftTitle}
      submitText={words.lift}
      submit={submit}
      doneText={() => words.lifted}
    >
      <p>{words.liftText}</p>
      <TaskFilter value={task} onChange={setTask} />
      <TextField label={words.why} value={reason} maxLength={500} onInput={setReason} />
    </NumberDialog>
  );
}

export function AddNumberDialog(ends: Ends) {
  const words = listWords();
  const [tel, setTel] = useState('');
  const [task, setTask] = useState('');
  const [reason, setReason] = useState('');
  const submit = () => {
    const said = { ...ofTask(task), ...(reason.trim() && { reason: reason.trim() }) };
    return { path: '/do-not-call' as const, body: { tel: tel.trim() || '?', ...said } };
  };
  return (
    <NumberDialog
      {...ends}
      title={words.addTitle}
      submitText={words.add}
      submit={submit}
      doneText={(rows) => words.added(rows)}
    >
      <TextField label={words.number} type="tel" value={tel} maxLength={60} onInput={setTel} />
      <TaskFilter value={task} onChange={setTask} />
      <TextField label={words.why} optional value={reason} maxLength={500} onInput={setReason} />
    </NumberDialog>
  );
}

function ofTask(task: string): { task?: string } {
  return task === '' ? {} : { task };
}

interface NumberDialogProps extends Ends {
  title: string;
  submitText: string;
  /** What is asked for, or the sentence that says what is missing. */
  submit: () => { path: '/do-not-call' | '/do-not-call/lift'; body: object } | string;
  /** After so many rows were changed. */
  doneText: (rows: number) => string;
  children: ComponentChildren;
}

function NumberDialog(props: NumberDialogProps) {
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    const wish = props.submit();
    if (typeof wish === 'string') return setProblem(wish);
    setBusy(true);
    const answer = await ask('POST', wish.path, wish.body);
    setBusy(false);
    if (answer.kind !== 'done') return setProblem(answer.sentence);
    toast(props.doneText(answer.value.rows));
    props.onDone();
    props.onClose();
  };
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      onSubmit={() => void save()}
      actions={<DialogFoot submit={props.submitText} busy={busy} onClose={props.onClose} />}
    >
      <Fragment>{props.children}</Fragment>
      {problem !== undefined && <Notice tone="bad">{problem}</Notice>}
    </Dialog>
  );
}
