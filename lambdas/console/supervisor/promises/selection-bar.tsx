import { useState } from 'preact/hooks';
import type { RowView } from '../../../contract/rows.ts';
import { Button } from '../../parts/button.tsx';
import { counted } from '../../words/dictionary.ts';
import { ApologiseDialog } from './apologise-dialog.tsx';
import { CallNowDialog } from './call-now-dialog.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { promiseWords } from './promise-words.ts';
import { ReassignDialog } from './reassign-dialog.tsx';

export interface SelectionBarProps {
  rows: readonly RowView[];
  /** Of calls that were not made: their customers may be sent a text. */
  areMissed: boolean;
  onClear: () => void;
  onDone: () => void;
}

const dialogs = {
  callNow: CallNowDialog,
  move: MoveDialog,
  apologise: ApologiseDialog,
  reassign: ReassignDialog,
  cancel: CancelDialog,
} as const;

/** What may be done with the rows that are chosen. */
export function SelectionBar({ rows, areMissed, onClear, onDone }: SelectionBarProps) {
  const words = promiseWords();
  // The rows as they were when the dialog opened: a list that moves on changes nothing under it.
  const [open, setOpen] = useState<{ action: keyof typeof dialogs; rows: readonly RowView[] }>();
  const Opened = open && dialogs[open.action];
  const openDialog = (action: keyof typeof dialogs) => setOpen({ action, rows });
  const done = () => {
    onClear();
    onDone();
  };
  return (
    <>
      <div class="selection-bar" role="status" hidden={rows.length === 0}>
        <strong>{words.selected(counted(rows.length, words.callForms))}</strong>
        <Button kind="primary" icon="handset" onClick={() => openDialog('callNow')}>
          {words.callNow}
        </Button>
        <Button icon="clock" onClick={() => openDialog('move')}>
          {words.move}
        </Button>
        {areMissed && (
          <Button icon="document" onClick={() => openDialog('apologise')}>
            {words.apologise}
          </Button>
        )}
        <Button icon="person" onClick={() => openDialog('reassign')}>
          {words.reassign}
        </Button>
        <Button icon="close" onClick={() => openDialog('cancel')}>
          {words.cancel}
        </Button>
        <Button kind="bare" onClick={onClear}>
          {words.clear}
        </Button>
      </div>
      {open && Opened && (
        <Opened rows={open.rows} onClose={() => setOpen(undefined)} onDone={done} />
      )}
    </>
  );
}
