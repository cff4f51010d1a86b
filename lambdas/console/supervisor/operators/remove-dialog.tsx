import { useState } from 'preact/hooks';
import type { OperatorView } from '../../../contract/people.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Notice } from '../../parts/notice.tsx';
import { toast } from '../../parts/toasts.tsx';
import { ask } from '../../shell/api/ask.ts';
import { counted } from '../../words/dictionary.ts';
import { operators } from '../directory.ts';
import { addressOf, go } from '../place.ts';
import { supervisorWords } from '../supervisor-words.ts';
import { useLiveFetch } from '../use-live-fetch.ts';
import { operatorWords } from './operator-words.ts';

/** Says what becomes of the operator's promised calls before they are gone. */
export function RemoveDialog({
  operator,
  onClose,
}: {
  operator: OperatorView;
  onClose: () => void;
}) {
  const words = operatorWords();
  const { id, name } = operator;
  const orphans = usePromisesFor(id);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    const answer = await ask('DELETE', `/operators/${encodeURIComponent(id)}`);
    setBusy(false);
    if (answer.kind !== 'done') return setProblem(answer.sentence);
    toast(words.removed(name));
    await operators.refresh();
    go('operators');
  };
  const actions = (
    <>
      <Button onClick={onClose}>{supervisorWords().cancel}</Button>
      <Button kind="danger" icon="trash" type="button" busy={busy} onClick={() => void remove()}>
        {words.remove}
      </Button>
    </>
  );
  return (
    <Dialog title={words.removeTitle(name)} onClose={onClose} actions={actions}>
      <p>{words.removeText}</p>
      <Orphans count={orphans} />
      {problem !== undefined && <Notice tone="bad">{problem}</Notice>}
    </Dialog>
  );
}

function Orphans({ count }: { count: number | undefined }) {
  const words = operatorWords();
  if (count === undefined) return <p class="soft">{words.counting}</p>;
  if (count === 0) return <p class="soft">{words.noOrphans}</p>;
  return (
    <Notice tone="wait">
      <p>{words.orphans(counted(count, words.callForms))}</p>
      <a href={addressOf('promises', [], { which: 'orphaned' })}>{words.seeOrphans}</a>
    </Notice>
  );
}

/** Enough to see that they are many. */
const mostPages = 20;

/** How many calls are promised for them; undefined while they are counted for the first time. */
function usePromisesFor(id: string): number | undefined {
  const [count, setCount] = useState<number>();
  const countAll = async () => {
    const counts = await Promise.all([countIn('overdue', id), countIn('upcoming', id)]);
    setCount(counts[0] + counts[1]);
  };
  useLiveFetch(() => void countAll(), ['promises']);
  return count;
}

async function countIn(which: 'overdue' | 'upcoming', id: string): Promise<number> {
  let count = 0;
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const query = { which, ...(cursor !== undefined && { cursor }) };
    const answer = await ask('POST', '/promises', query);
    if (answer.kind !== 'done') return count;
    count += answer.value.rows.filter(({ operator }) => operator?.id === id).length;
    cursor = answer.value.cursor;
    if (cursor === undefined) break;
  }
  return count;
}
