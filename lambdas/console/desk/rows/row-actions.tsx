import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import type { IconName } from '../../parts/icon.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { NoteDialog } from './note-dialog.tsx';
import { PromiseDialog } from './promise-dialog.tsx';
import { rowActionWords } from './row-action-words.ts';
import type { RowDialogProps } from './row-dialog-props.ts';

type Action = 'promise' | 'move' | 'cancel' | 'note';

const dialogs: Record<Action, ComponentType<RowDialogProps>> = {
  promise: PromiseDialog,
  move: PromiseDialog,
  cancel: CancelDialog,
  note: NoteDialog,
};

const icons: Record<Action, IconName> = {
  promise: 'calendar',
  move: 'clock',
  cancel: 'close',
  note: 'edit',
};

/** What can be done about a customer without calling them. */
function actionsFor(status: number | undefined): Action[] {
  if (status === 10) return ['move', 'cancel', 'note'];
  return status === 11 || status === 14 ? ['note'] : ['promise', 'note'];
}

export function RowActions({ row, onDone }: Pick<RowDialogProps, 'row' | 'onDone'>) {
  const words = rowActionWords();
  const [open, setOpen] = useState<Action>();
  const Opened = open && dialogs[open];
  return (
    <>
      {actionsFor(row.status).map((action) => (
        <Button key={action} icon={icons[action]} onClick={() => setOpen(action)}>
          {words[action]}
        </Button>
      ))}
      {Opened && <Opened row={row} onClose={() => setOpen(undefined)} onDone={onDone} />}
    </>
  );
}
