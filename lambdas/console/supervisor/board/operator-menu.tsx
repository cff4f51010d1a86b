import { useState } from 'preact/hooks';
import type { OperatorState } from '../../../contract/people.ts';
import { Icon } from '../../parts/icon.tsx';
import { Menu, type MenuItem } from '../../parts/menu.tsx';
import { toast } from '../../parts/toasts.tsx';
import { ask } from '../../shell/api/ask.ts';
import { operatorById, operators } from '../directory.ts';
import { mayChange } from '../rights.ts';
import { board } from './board-state.ts';
import { boardWords } from './board-words.ts';
import { GiveCallsDialog } from './give-calls-dialog.tsx';
import { HangUpDialog } from './hang-up-dialog.tsx';
import { MessageDialog } from './message-dialog.tsx';

/** What a supervisor does for an operator: sends them away or back, says something, gives their calls to others, ends their call. */
export function OperatorMenu({ operator }: { operator: OperatorState }) {
  const words = boardWords();
  const [open, setOpen] = useState<'message' | 'giveCalls' | 'hangUp'>();
  const { id, name, attempt, online } = operator;
  const close = () => setOpen(undefined);
  const known = operatorById(id);
  if (known === undefined || !mayChange()) return null;
  const items: MenuItem[] = [
    {
      key: 'away',
      label: known.away ? words.setBack : words.setAway,
      icon: known.away ? 'play' : 'pause',
      onChoose: () => void setAway(operator, !known.away),
    },
  ];
  if (online) {
    const onChoose = () => setOpen('message');
    items.push({ key: 'message', label: words.message, icon: 'message', onChoose });
  }
  const giveCalls = () => setOpen('giveCalls');
  items.push({ key: 'giveCalls', label: words.giveCalls, icon: 'people', onChoose: giveCalls });
  if (attempt !== undefined) {
    const onChoose = () => setOpen('hangUp');
    items.push({ key: 'hangUp', label: words.hangUp, icon: 'hangUp', onChoose });
  }
  return (
    <>
      <Menu
        label={words.actionsFor(name)}
        kind="bare"
        button={<Icon name="down" />}
        items={items}
      />
      {open === 'message' && <MessageDialog operator={id} name={name} onClose={close} />}
      {open === 'giveCalls' && <GiveCallsDialog operator={id} name={name} onClose={close} />}
      {open === 'hangUp' && attempt !== undefined && (
        <HangUpDialog attempt={attempt} name={name} onClose={close} />
      )}
    </>
  );
}

async function setAway({ id, name }: OperatorState, away: boolean): Promise<void> {
  const words = boardWords();
  const answer = await ask('PUT', `/operators/${encodeURIComponent(id)}/away`, { away });
  if (answer.kind !== 'done') return toast(answer.sentence, 'bad');
  toast(away ? words.isAway(name) : words.isBack(name));
  void operators.refresh();
  void board.refresh();
}
