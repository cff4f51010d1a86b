import { useEffect, useState } from 'preact/hooks';
import type { RowView } from '../../../contract/rows.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { type Answer, ask } from '../../shell/api/ask.ts';
import { ReassignDialog } from '../promises/reassign-dialog.tsx';
import { board, overdue, upcoming } from './board-state.ts';
import { boardWords } from './board-words.ts';

export interface GiveCallsDialogProps {
  operator: string;
  name: string;
  onClose: () => void;
}

/** All that waits for one operator goes to somebody else. */
export function GiveCallsDialog({ operator, name, onClose }: GiveCallsDialogProps) {
  const words = boardWords();
  const [found, setFound] = useState<Answer<readonly RowView[]>>();
  useEffect(() => void callsOf(operator).then(setFound), [operator]);
  if (found?.kind === 'done' && found.value.length > 0) {
    return <ReassignDialog rows={found.value} onClose={onClose} onDone={refreshBoard} />;
  }
  return (
    <Dialog title={words.giveCallsTitle(name)} onClose={onClose}>
      {found === undefined && <Skeleton />}
      {found?.kind === 'done' && <p>{words.noCallsWait(name)}</p>}
      {found !== undefined && found.kind !== 'done' && <Notice tone="bad">{found.sentence}</Notice>}
    </Dialog>
  );
}

async function callsOf(operator: string): Promise<Answer<readonly RowView[]>> {
  const rows: RowView[] = [];
  let cursor: string | undefined;
  do {
    const question = { which: 'owned', operator, ...(cursor !== undefined && { cursor }) };
    const answer = await ask('POST', '/promises', question);
    if (answer.kind !== 'done') return answer;
    rows.push(...answer.value.rows);
    cursor = answer.value.cursor;
  } while (cursor !== undefined);
  return { kind: 'done', value: rows };
}

function refreshBoard(): void {
  for (const it of [board, overdue, upcoming]) void it.refresh();
}
