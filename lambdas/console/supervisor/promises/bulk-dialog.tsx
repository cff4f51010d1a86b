import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { RowView } from '../../../contract/rows.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Notice } from '../../parts/notice.tsx';
import { toast } from '../../parts/toasts.tsx';
import { customerName } from '../../words/customer-name.ts';
import { counted } from '../../words/dictionary.ts';
import { DialogFoot } from '../dialog-foot.tsx';
import { selectionWords } from '../rows/selection-words.ts';
import { supervisorWords } from '../supervisor-words.ts';
import { type BulkFailure, type BulkWork, doToRows, undoForRows } from './bulk.ts';
import { promiseWords } from './promise-words.ts';

export interface BulkDialogProps {
  rows: readonly RowView[];
  onClose: () => void;
  /** It was done, for some of the rows at least. */
  onDone: () => void;
  /** It was taken back later; `onDone`, where that is the same. */
  onUndone?: () => void;
}

interface BulkFrame extends BulkDialogProps {
  title: string;
  submit: string;
  kind?: 'primary' | 'danger';
  /** What closes the dialog and does nothing. */
  keep?: string;
  /** What is done; undefined as long as it cannot be. */
  work: BulkWork | undefined;
  doneText: (calls: string) => string;
  children: ComponentChildren;
}

/** Does one thing to many rows, and stays open to name those for which it could not be done. */
export function BulkDialog(props: BulkFrame) {
  const { rows, title, submit, kind = 'primary', work, onClose, children } = props;
  const [left, setLeft] = useState(rows);
  const [failures, setFailures] = useState<readonly BulkFailure[]>([]);
  const [busy, setBusy] = useState(false);
  const run = async () => {
    if (work === undefined || busy) return;
    setBusy(true);
    const failed = await doToRows(left, work);
    setBusy(false);
    const done = left.length - failed.length;
    if (done > 0) {
      const changed = left.filter((row) => !failed.some((it) => it.row === row));
      tellDone(props, { rows: changed, work });
      props.onDone();
    }
    if (failed.length === 0) return onClose();
    setFailures(failed);
    setLeft(failed.map(({ row }) => row));
  };
  const keep = props.keep ?? supervisorWords().cancel;
  const foot = { submit, kind, keep, busy, disabled: work === undefined, onClose };
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

/** Says what was done, and takes it back if that is wished. */
function tellDone(
  { doneText, onDone, onUndone = onDone }: BulkFrame,
  { rows, work }: { rows: readonly RowView[]; work: BulkWork },
): void {
  const words = selectionWords();
  const undo = async () => {
    const failed = await undoForRows(rows, work);
    const undone = rows.length - failed.length;
    if (undone > 0) toast(words.undone(counted(undone, words.rowForms)));
    const [first] = failed;
    if (first !== undefined) {
      const count = counted(failed.length, words.rowForms);
      toast(`${words.notUndone(count)}: ${first.sentence}`, 'bad');
    }
    onUndone();
  };
  const text = doneText(counted(rows.length, promiseWords().callForms));
  // A text that was sent is not taken back.
  const isFinal = work.kind === 'apologise';
  toast(text, 'good', isFinal ? undefined : { label: words.undo, run: () => void undo() });
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
