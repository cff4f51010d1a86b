import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import type { RowView } from '../../../contract/rows.ts';
import { Button } from '../../parts/button.tsx';
import type { IconName } from '../../parts/icon.tsx';
import { counted } from '../../words/dictionary.ts';
import { ApologiseDialog } from '../promises/apologise-dialog.tsx';
import type { BulkDialogProps } from '../promises/bulk-dialog.tsx';
import { CallNowDialog } from '../promises/call-now-dialog.tsx';
import { CancelDialog } from '../promises/cancel-dialog.tsx';
import { MoveDialog, OrderManyDialog } from '../promises/move-dialog.tsx';
import { promiseWords } from '../promises/promise-words.ts';
import { ReassignDialog } from '../promises/reassign-dialog.tsx';
import { mayChange } from '../rights.ts';
import { BarManyDialog } from './bar-many-dialog.tsx';
import { selectionWords } from './selection-words.ts';

export type RowAction = 'callNow' | 'order' | 'move' | 'apologise' | 'reassign' | 'cancel' | 'bar';

export interface SelectionBarProps {
  rows: readonly RowView[];
  /** The first is what is done most. */
  actions: readonly RowAction[];
  onClear: () => void;
  onDone: () => void;
}

const dialogs: Record<RowAction, ComponentType<BulkDialogProps>> = {
  callNow: CallNowDialog,
  order: OrderManyDialog,
  move: MoveDialog,
  apologise: ApologiseDialog,
  reassign: ReassignDialog,
  cancel: CancelDialog,
  bar: BarManyDialog,
};

const icons: Record<RowAction, IconName> = {
  callNow: 'handset',
  order: 'handset',
  move: 'clock',
  apologise: 'document',
  reassign: 'person',
  cancel: 'close',
  bar: 'bellOff',
};

/** What may be done with the rows that are chosen. */
export function SelectionBar({ rows, actions, onClear, onDone }: SelectionBarProps) {
  const words = selectionWords();
  const names = { ...promiseWords(), ...words };
  // The rows as they were when the dialog opened: a list that moves on changes nothing under it.
  const [open, setOpen] = useState<{ action: RowAction; rows: readonly RowView[] }>();
  const Opened = open && dialogs[open.action];
  const done = () => {
    onClear();
    onDone();
  };
  if (!mayChange()) return null;
  return (
    <>
      <div class="selection-bar" role="status" hidden={rows.length === 0}>
        <strong>{words.selected(counted(rows.length, words.rowForms))}</strong>
        {actions.map((action, at) => (
          <Button
            key={action}
            kind={at === 0 ? 'primary' : 'quiet'}
            icon={icons[action]}
            onClick={() => setOpen({ action, rows })}
          >
            {names[action]}
          </Button>
        ))}
        <Button kind="bare" onClick={onClear}>
          {words.clear}
        </Button>
      </div>
      {open && Opened && (
        <Opened
          rows={open.rows}
          onClose={() => setOpen(undefined)}
          onDone={done}
          onUndone={onDone}
        />
      )}
    </>
  );
}
