import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import type { RowView } from '../../../contract/rows.ts';
import { Button } from '../../parts/button.tsx';
import type { IconName } from '../../parts/icon.tsx';
import { CancelDialog } from '../promises/cancel-dialog.tsx';
import { MoveDialog } from '../promises/move-dialog.tsx';
import { ReassignDialog } from '../promises/reassign-dialog.tsx';
import { mayChange } from '../rights.ts';
import { BarDialog } from './bar-dialog.tsx';
import { LiftDialog } from './lift-dialog.tsx';
import { OrderDialog } from './order-dialog.tsx';
import { fetchStory } from './story-state.ts';
import { storyWords } from './story-words.ts';

type Action = 'order' | 'move' | 'reassign' | 'cancel' | 'bar' | 'lift';

interface ActionDialogProps {
  rows: readonly RowView[];
  onClose: () => void;
  onDone: () => void;
}

const dialogs: Record<Action, ComponentType<ActionDialogProps>> = {
  order: OrderDialog,
  move: MoveDialog,
  reassign: ReassignDialog,
  cancel: CancelDialog,
  bar: BarDialog,
  lift: LiftDialog,
};

const icons: Record<Action, IconName> = {
  order: 'handset',
  move: 'clock',
  reassign: 'person',
  cancel: 'close',
  bar: 'bellOff',
  lift: 'check',
};

/** What makes sense as the row stands. */
function actionsFor(status: number | undefined): Action[] {
  if (status === 10) return ['move', 'reassign', 'cancel', 'bar'];
  if (status === 11) return ['bar'];
  return status === 14 ? ['lift'] : ['order', 'bar'];
}

export function RowActions({ row }: { row: RowView }) {
  const words = storyWords();
  const [open, setOpen] = useState<Action>();
  const Opened = open && dialogs[open];
  const actions = mayChange() ? actionsFor(row.status) : [];
  return (
    <>
      {actions.map((action, at) => (
        <Button
          key={action}
          kind={at === 0 ? 'primary' : 'quiet'}
          icon={icons[action]}
          onClick={() => setOpen(action)}
        >
          {words[action]}
        </Button>
      ))}
      {Opened && (
        <Opened
          rows={[row]}
          onClose={() => setOpen(undefined)}
          onDone={() => void fetchStory(row)}
        />
      )}
    </>
  );
}
