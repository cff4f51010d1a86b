import { useEffect, useState } from 'preact/hooks';
import { LongTextField } from '../../parts/field.tsx';
import { ask } from '../../shell/api/ask.ts';
import { customerName } from '../../words/customer-name.ts';
import { noteColumnOf } from './note-column.ts';
import { rowActionWords } from './row-action-words.ts';
import { RowChangeDialog } from './row-change-dialog.tsx';
import type { RowDialogProps } from './row-dialog-props.ts';

/** Something to remember of a customer, in the column that their script's comment goes to. */
export function NoteDialog(props: RowDialogProps) {
  const words = rowActionWords();
  const { row } = props;
  const column = useNoteColumn(row.task);
  const [text, setText] = useState<string>();
  const before = column === undefined ? '' : String(row.columns[column] ?? '');
  return (
    <RowChangeDialog
      {...props}
      title={words.noteTitle(customerName(row))}
      submit={words.keep}
      done={words.noted}
      columns={column === undefined ? undefined : { [column]: (text ?? before).trim() || null }}
    >
      <LongTextField
        label={column ?? words.note}
        help={words.noteHelp}
        value={text ?? before}
        rows={5}
        onInput={setText}
      />
    </RowChangeDialog>
  );
}

function useNoteColumn(task: string): string | undefined {
  const [column, setColumn] = useState<string>();
  useEffect(() => {
    void findColumn(task).then(setColumn);
  }, [task]);
  return column;
}

async function findColumn(task: string): Promise<string> {
  const found = await ask('GET', `/tasks/${encodeURIComponent(task)}`);
  const id = found.kind === 'done' ? found.value.script : undefined;
  const script = id && (await ask('GET', `/scripts/${encodeURIComponent(id)}`));
  return noteColumnOf(script && script.kind === 'done' ? script.value : undefined);
}
