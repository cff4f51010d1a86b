import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { RowView } from '../../../contract/rows.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Notice } from '../../parts/notice.tsx';
import { toast } from '../../parts/toasts.tsx';
import { ask } from '../../shell/api/ask.ts';
import { DialogFoot } from '../dialog-foot.tsx';
import { pathOfRow } from './story-state.ts';

export interface ChangeDialogProps {
  rows: readonly RowView[];
  onClose: () => void;
  onDone: () => void;
}

interface ChangeFrame extends Omit<ChangeDialogProps, 'rows'> {
  row: RowView;
  title: string;
  submit: string;
  doneText: string;
  /** The columns that are written; undefined as long as something is missing. */
  columns: object | undefined;
  children: ComponentChildren;
}

/** Writes columns of one row, and says what the server makes of it. */
export function ChangeDialog(props: ChangeFrame) {
  const { row, title, submit, doneText, columns, onClose, onDone, children } = props;
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    if (columns === undefined) return;
    setBusy(true);
    const answer = await ask('PATCH', pathOfRow(row), columns);
    setBusy(false);
    if (answer.kind !== 'done') return setProblem(answer.sentence);
    toast(doneText);
    onDone();
    onClose();
  };
  const foot = { submit, busy, disabled: columns === undefined, onClose };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={() => void save()}
      actions={<DialogFoot {...foot} />}
    >
      {children}
      {problem !== undefined && <Notice tone="bad">{problem}</Notice>}
    </Dialog>
  );
}
