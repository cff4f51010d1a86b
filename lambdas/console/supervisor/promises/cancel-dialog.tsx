import { customerName } from '../../words/customer-name.ts';
import { counted } from '../../words/dictionary.ts';
import { BulkDialog, type BulkDialogProps } from './bulk-dialog.tsx';
import { promiseWords } from './promise-words.ts';

const mostNamed = 5;

export function CancelDialog(props: BulkDialogProps) {
  const words = promiseWords();
  const { rows } = props;
  const calls = counted(rows.length, words.callForms);
  const more = rows.length - mostNamed;
  return (
    <BulkDialog
      {...props}
      title={words.cancelTitle(calls)}
      submit={words.doCancel(calls)}
      kind="danger"
      keep={words.keep}
      work={{ kind: 'cancel', how: {} }}
      doneText={words.cancelled}
    >
      <p>{words.cancelText}</p>
      <ul class="named-rows">
        {rows.slice(0, mostNamed).map((row) => (
          <li key={`${row.task}/${row.Id}`}>{customerName(row)}</li>
        ))}
        {more > 0 && <li class="soft">{words.previewMore(String(more))}</li>}
      </ul>
    </BulkDialog>
  );
}
