import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Notice } from '../../parts/notice.tsx';
import { toast } from '../../parts/toasts.tsx';
import { ask } from '../../shell/api/ask.ts';
import type { RowDialogProps } from './row-dialog-props.ts';

export interface RowChangeDialogProps extends RowDialogProps {
  title: string;
  /** What the button does. */
  submit: string;
  kind?: 'primary' | 'danger';
  /** Said when it is done. */
  done: string;
  /** What the row's columns become; undefined while that is not known yet. */
  columns: object | undefined;
  children: ComponentChildren;
}

/** Writes columns of one row; what the server refuses is said in the dialog. */
export function RowChangeDialog(props: RowChangeDialogProps) {
  const { row, title, submit, kind = 'primary', done, columns, children, onClose, onDone } = props;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const write = async () => {
    if (columns === undefined) return;
    setBusy(true);
    const path = `/tasks/${encodeURIComponent(row.task)}/subscribers/${row.Id}` as const;
    const answer = await ask('PATCH', path, columns);
    setBusy(false);
    if (answer.kind !== 'done') return setProblem(answer.sentence);
    toast(done);
    onDone();
    onClose();
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={() => void write()}
      actions={
        <Button type="submit" kind={kind} busy={busy} disabled={columns === undefined}>
          {submit}
        </Button>
      }
    >
      {children}
      {problem !== undefined && <Notice tone="bad">{problem}</Notice>}
    </Dialog>
  );
}
