import { useState } from 'preact/hooks';
import { SelectField } from '../../parts/field.tsx';
import { counted } from '../../words/dictionary.ts';
import { presentOperators } from '../directory.ts';
import { BulkDialog, type BulkDialogProps } from './bulk-dialog.tsx';
import { promiseWords } from './promise-words.ts';

export function ReassignDialog(props: BulkDialogProps) {
  const words = promiseWords();
  const [chosen, setChosen] = useState('');
  const people = presentOperators().map(({ id, name, away }) => ({
    value: id,
    label: away ? `${name} (${words.away})` : name,
  }));
  return (
    <BulkDialog
      {...props}
      title={words.reassignTitle(counted(props.rows.length, words.callForms))}
      submit={words.doReassign}
      work={{ kind: 'reassign', how: { operator: chosen === '' ? null : chosen } }}
      doneText={words.reassigned}
    >
      <SelectField
        label={words.toWhom}
        help={words.toWhomHelp}
        value={chosen}
        options={[{ value: '', label: words.anybody }, ...people]}
        onChange={setChosen}
      />
    </BulkDialog>
  );
}
