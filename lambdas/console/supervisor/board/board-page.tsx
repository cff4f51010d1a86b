import { useEffect } from 'preact/hooks';
import { RefusalNotice } from '../../parts/notice.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { PageHead } from '../page-head.tsx';
import { place, refine } from '../place.ts';
import { TaskFilter } from '../task-filter.tsx';
import { BoardAlerts } from './board-alerts.tsx';
import { board, followBoard } from './board-state.ts';
import { boardWords } from './board-words.ts';
import { CallList } from './call-list.tsx';
import { followCallNames } from './call-names.ts';
import { KeyFigures } from './key-figures.tsx';
import { OperatorList } from './operator-list.tsx';

export function BoardPage() {
  const words = boardWords();
  const { task = '' } = place.value.query;
  useEffect(followBoard, []);
  useEffect(followCallNames, []);
  const problem = board.problem.value;
  return (
    <>
      <PageHead title={words.title} note={words.note}>
        <TaskFilter value={task} onChange={(it) => refine({ task: it })} />
      </PageHead>
      {problem && <RefusalNotice refusal={problem} retry={() => void board.refresh()} />}
      <BoardAlerts task={task} />
      <KeyFigures />
      {board.value.value === undefined && problem === undefined ? (
        <div class="panel">
          <Skeleton lines={5} />
        </div>
      ) : (
        <div class="board">
          <CallList task={task} />
          <OperatorList task={task} />
        </div>
      )}
    </>
  );
}
