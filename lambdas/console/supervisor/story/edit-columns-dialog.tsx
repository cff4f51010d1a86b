import { useState } from 'preact/hooks';
import type { RowView } from '../../../contract/rows.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { LongTextField, TextField } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { toast } from '../../parts/toasts.tsx';
import { ask } from '../../shell/api/ask.ts';
import { DialogFoot } from '../dialog-foot.tsx';
import { supervisorWords } from '../supervisor-words.ts';
import { ownColumns } from './own-columns.ts';
import { fetchStory, pathOfRow } from './story-state.ts';
import { storyWords } from './story-words.ts';

interface Edited {
  name: string;
  value: string;
  isNew?: true;
}

/** Longer values get more than a line. */
const longValue = 60;

/** Columns that hold lists or maps are other software's, and stay as they are. */
function editable(row: RowView): Edited[] {
  return ownColumns(row)
    .filter(([name]) => typeof row.columns[name] !== 'object')
    .map(([name, value]) => ({ name, value }));
}

export function EditColumnsDialog({ row, onClose }: { row: RowView; onClose: () => void }) {
  const words = storyWords();
  const [before] = useState(() => editable(row));
  const [edited, setEdited] = useState(before);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const change = (at: number, part: Partial<Edited>) =>
    setEdited(edited.map((it, index) => (index === at ? { ...it, ...part } : it)));
  const save = async () => {
    setBusy(true);
    const answer = await ask('PATCH', pathOfRow(row), changesOf(before, edited));
    setBusy(false);
    if (answer.kind !== 'done') return setProblem(answer.sentence);
    toast(words.saved);
    void fetchStory(row);
    onClose();
  };
  const actions = <DialogFoot submit={supervisorWords().save} busy={busy} onClose={onClose} />;
  return (
    <Dialog
      title={words.editTitle}
      onClose={onClose}
      onSubmit={() => void save()}
      actions={actions}
    >
      <p class="soft">{words.editHelp}</p>
      {edited.map((column, at) => (
        <ColumnFields key={at} column={column} onChange={(part) => change(at, part)} />
      ))}
      <Button
        icon="plus"
        onClick={() => setEdited([...edited, { name: '', value: '', isNew: true }])}
      >
        {words.addColumn}
      </Button>
      {problem !== undefined && <Notice tone="bad">{problem}</Notice>}
    </Dialog>
  );
}

interface ColumnFieldsProps {
  column: Edited;
  onChange: (part: Partial<Edited>) => void;
}

function ColumnFields({ column: { name, value, isNew }, onChange }: ColumnFieldsProps) {
  const words = storyWords();
  const setValue = (next: string) => onChange({ value: next });
  if (isNew) {
    return (
      <div class="two-fields">
        <TextField label={words.newName} value={name} onInput={(it) => onChange({ name: it })} />
        <TextField label={words.newValue} value={value} onInput={setValue} />
      </div>
    );
  }
  return value.length > longValue ? (
    <LongTextField label={name} value={value} onInput={setValue} />
  ) : (
    <TextField label={name} value={value} onInput={setValue} />
  );
}

/** Only what was changed is written; null removes a column. */
function changesOf(
  before: readonly Edited[],
  after: readonly Edited[],
): Record<string, string | null> {
  const changed = after.filter(
    ({ name, value }, at) => name.trim() !== '' && value !== before[at]?.value,
  );
  return Object.fromEntries(
    changed.map(({ name, value }) => [name.trim(), value === '' ? null : value]),
  );
}
