import { now } from '../../browser/clock.ts';
import { clockMoments } from '../../words/clock-words.ts';
import { customerName } from '../../words/customer-name.ts';
import { rowActionWords } from './row-action-words.ts';
import { RowChangeDialog } from './row-change-dialog.tsx';
import type { RowDialogProps } from './row-dialog-props.ts';

/** Nobody calls this customer, until somebody promises another call. */
export function CancelDialog(props: RowDialogProps) {
  const words = rowActionWords();
  const { row } = props;
  const promised = row.promisedFor ?? row.dueAt;
  return (
    <RowChangeDialog
      {...props}
      title={words.cancelTitle(customerName(row))}
      submit={words.cancel}
      kind="danger"
      done={words.cancelled}
      columns={{ status: null }}
    >
      <p>{promised && words.cancelText(clockMoments(row.clock, promised, now.value))}</p>
    </RowChangeDialog>
  );
}
