import { customerName } from '../../words/customer-name.ts';
import { columnsOfWish, MomentChoice, useMomentWish } from '../promises/moment-choice.tsx';
import { MovePreview } from '../promises/move-preview.tsx';
import { ChangeDialog, type ChangeDialogProps } from './change-dialog.tsx';
import { storyWords } from './story-words.ts';

/** Promises a call to the row's customer: at once, unless another moment is chosen. */
export function OrderDialog({ rows, ...rest }: ChangeDialogProps) {
  const words = storyWords();
  const [row] = rows;
  const [wish, setWish] = useMomentWish(row?.zone, '0');
  if (row === undefined) return null;
  const columns = columnsOfWish(wish);
  return (
    <ChangeDialog
      {...rest}
      row={row}
      title={words.orderTitle(customerName(row))}
      submit={words.doOrder}
      doneText={words.ordered}
      columns={columns && { status: 10, ...columns }}
    >
      <MomentChoice wish={wish} onChange={setWish} />
      {columns && <MovePreview rows={[row]} how={columns} />}
    </ChangeDialog>
  );
}
