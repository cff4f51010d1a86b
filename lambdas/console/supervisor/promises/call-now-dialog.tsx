import { counted } from '../../words/dictionary.ts';
import { BulkDialog, type BulkDialogProps } from './bulk-dialog.tsx';
import { MovePreview } from './move-preview.tsx';
import { promiseWords } from './promise-words.ts';

const now = { callaftermin: 0 };

/** Orders the calls for this moment; what the gate says to that is shown before. */
export function CallNowDialog(props: BulkDialogProps) {
  const words = promiseWords();
  const { rows } = props;
  return (
    <BulkDialog
      {...props}
      title={words.callNowTitle(counted(rows.length, words.callForms))}
      submit={words.callNow}
      work={{ kind: 'move', how: now }}
      doneText={words.calledNow}
    >
      <p>{words.callNowText}</p>
      <MovePreview rows={rows} how={now} />
    </BulkDialog>
  );
}
