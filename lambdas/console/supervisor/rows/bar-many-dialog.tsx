import { useState } from 'preact/hooks';
import { TextField } from '../../parts/field.tsx';
import { Segments } from '../../parts/segments.tsx';
import { counted } from '../../words/dictionary.ts';
import { doNotCallWords } from '../../words/do-not-call-words.ts';
import { BulkDialog, type BulkDialogProps } from '../promises/bulk-dialog.tsx';
import { selectionWords } from './selection-words.ts';

type Scope = 'task' | 'all';

/** Puts the numbers of rows on the do-not-call list. */
export function BarManyDialog(props: BulkDialogProps) {
  const words = doNotCallWords();
  const { rows } = props;
  const [scope, setScope] = useState<Scope>('task');
  const [reason, setReason] = useState('');
  const count = counted(rows.length, selectionWords().rowForms);
  const scopes = [
    { value: 'task', label: words.ofTask },
    { value: 'all', label: words.ofAll },
  ] as const;
  return (
    <BulkDialog
      {...props}
      title={`${words.sayNoTitle} ${count}`}
      submit={words.doIt}
      kind="danger"
      work={{ kind: 'bar', all: scope === 'all', reason: reason.trim() }}
      doneText={(calls) => `${words.done} ${calls}`}
    >
      <p>{words.sayNoText}</p>
      <Segments label={words.scope} value={scope} options={scopes} onChange={setScope} />
      <TextField label={words.reason} optional value={reason} maxLength={500} onInput={setReason} />
    </BulkDialog>
  );
}
