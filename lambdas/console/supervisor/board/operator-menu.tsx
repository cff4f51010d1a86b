import { useState } from 'preact/hooks';
import type { OperatorState } from '../../../contract/people.ts';
import { Icon } from '../../parts/icon.tsx';
import { Menu, type MenuItem } from '../../parts/menu.tsx';
import { toast } from '../../parts/toasts.tsx';
import { ask } from '../../shell/api/ask.ts';
import { operatorById, operators } from '../directory.ts';
import { bodyOf, draftOf } from '../operators/operator-draft.ts';
import { mayChange, maySuperviseAll } from '../rights.ts';
import { board } from './board-state.ts';
import { boardWords } from './board-words.ts';
import { HangUpDialog } from './hang-up-dialog.tsx';

/** What a supervisor does for an operator: sends them away or back, ends their call. */
export function OperatorMenu({ operator }: { operator: OperatorState }) {
  const words = boardWords();
  const [isEnding, setEnding] = useState(false);
  const { id, name, attempt } = operator;
  const known = operatorById(id);
  if (known === undefined) return null;
  const items: MenuItem[] = [];
  if (maySuperviseAll()) {
    const toggle = () => void setAway(id, !known.away);
    const label = known.away ? words.setBack : words.setAway;
    items.push({ key: 'away', label, icon: known.away ? 'play' : 'pause', onChoose: toggle });
  }
  if (attempt !== undefined && mayChange()) {
    const end = () => setEnding(true);
    items.push({ key: 'hangUp', label: words.hangUp, icon: 'hangUp', onChoose: end });
  }
  if (items.length === 0) return null;
  return (
    <>
      <Menu
        label={words.actionsFor(name)}
        kind="bare"
        button={<Icon name="down" />}
        items={items}
      />
      {isEnding && attempt !== undefined && (
        <HangUpDialog attempt={attempt} name={name} onClose={() => setEnding(false)} />
      )}
    </>
  );
}

/** All else that is known of them stays as it is. */
async function setAway(id: string, away: boolean): Promise<void> {
  const words = boardWords();
  const operator = operatorById(id);
  if (operator === undefined) return;
  const body = bodyOf({ ...draftOf(operator), away }, operator);
  const answer = await ask('PUT', `/operators/${encodeURIComponent(id)}`, body);
  if (answer.kind !== 'done') return toast(answer.sentence, 'bad');
  toast(away ? words.isAway(operator.name) : words.isBack(operator.name));
  void operators.refresh();
  void board.refresh();
}
