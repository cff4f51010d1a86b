import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { RowView } from '../../../contract/rows.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Notice } from '../../parts/notice.tsx';
import { toast } from '../../parts/toasts.tsx';
import { customerName } from '../../words/customer-name.ts';
import { counted } from '../../words/dictionary.ts';
import { DialogFoot } from '../dialog-foot.tsx';
import { supervisorWords } from '../supervisor-words.ts';
import { type BulkFailure, doToRows } from './bulk.ts';
import { promiseWords } from './promise-words.ts';

export interface BulkDialogProps {
  rows: readonly RowView[];
  onClose: () => void;
  /** It was done, for some of the rows at least. */
  onDone: () => void;
}

interface BulkFrame extends BulkDialogProps {
  title: string;
  submit: string;
  kind?: 'primary' | 'danger';
  /** What closes the dialog and does nothing. */
  keep?: string;
  path: Parameters<typeof doToRows>[0];
  /** What the request says beside the rows; undefined as long as it cannot be made. */
  how: object | undefined;
  doneText: (calls: string) => string;
  children: ComponentChildren;
}

/** Does one thing to many rows, and stays open to name those for which it could not be done. */
export function BulkDialog(props: BulkFrame) {
  const { rows, title, submit, kind = 'primary', how, onClose, children } = props;
  const [left, setLeft] = useState(rows);
  const [failures, setFailures] = useState<readonly BulkFailure[]>([]);
  const [busy, setBusy] = useState(false);
  const run = async () => {
    if (how === undefined || busy) return;
    setBusy(true);
    const failed = await doToRows(props.path, left, how);
    setBusy(false);
    const done = left.length - failed.length;
    if (done > 0) toast(props.doneText(counted(done, promiseWords().callForms)));
    if (done > 0) props.onDone();
    if (failed.length === 0) return onClose();
    setFailures(failed);
    setLeft(failed.map(({ row }) => row));
  };
  const keep = props.keep ?? supervisorWords().cancel;
  const foot = { submit, kind, keep, busy, disabled: how === undefined, onClose };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={() => void run()}
      actions={<DialogFoot {...foot} />}
    >
      {children}
      {failures.length > 0 && <Failures failures={failures} />}
    </Dialog>
  );
}

function Failures({ failures }: { failures: readonly BulkFailure[] }) {
  const words = promiseWords();
  return (
    <Notice tone="bad">
      <p>{words.failed(counted(failures.length, words.callForms))}</p>
      <ul class="failures">
        {failures.map(({ row, sentence }) => (
          <li key={`${row.task}/${row.Id}`}>
            <strong>{customerName(row)}</strong>: {sentence}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
