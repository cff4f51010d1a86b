import { counted } from '../../words/dictionary.ts';
import { BulkDialog, type BulkDialogProps } from './bulk-dialog.tsx';
import { promiseWords } from './promise-words.ts';

/** Sends the task's text to the customers whose calls were not made. */
export function ApologiseDialog(props: BulkDialogProps) {
  const words = promiseWords();
  return (
    <BulkDialog
      {...props}
      title={words.apologiseTitle(counted(props.rows.length, words.customerForms))}
      submit={words.doApologise}
      work={{ kind: 'apologise', how: {} }}
      doneText={words.apologised}
    >
      <p>{words.apologiseText}</p>
    </BulkDialog>
  );
}
