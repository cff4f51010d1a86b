import type { RowView } from '../../../contract/rows.ts';
import { now } from '../../browser/clock.ts';
import { Notice } from '../../parts/notice.tsx';
import { counted } from '../../words/dictionary.ts';
import { clockTime } from '../../words/times.ts';
import { taskById, taskTitle } from '../directory.ts';
import { addressOf } from '../place.ts';
import { overdue, staffOfTask, upcoming } from './board-state.ts';
import { boardWords } from './board-words.ts';
import { isAtWork } from './staff.ts';

/** So far ahead somebody can still do something about it. */
const aheadMilliseconds = 15 * 60_000;

interface Alert {
  key: string;
  text: string;
  href: string;
}

/** What will go wrong if nobody does anything: heard as soon as it is known. */
export function BoardAlerts({ task }: { task: string }) {
  const alerts = [...unstaffed(task), ...breaking(task)];
  return (
    <div class="board-alerts" role="alert">
      {alerts.map(({ key, text, href }) => (
        <Notice key={key} tone="wait">
          <a href={href}>{text}</a>
        </Notice>
      ))}
    </div>
  );
}

/** Tasks with promises in the next quarter of an hour, and nobody to keep them. */
function unstaffed(task: string): Alert[] {
  const words = boardWords();
  const soon = soonDue(task);
  return [...Map.groupBy(soon, (row) => row.task)].flatMap(([id, rows]): Alert[] => {
    if (taskById(id)?.paused !== undefined || staffOfTask(id).some(isAtWork)) return [];
    const calls = counted(rows.length, words.promiseForms);
    const first = clockTime(rows[0]?.promisedFor ?? rows[0]?.dueAt ?? 0);
    const href = addressOf('promises', [], { which: 'upcoming', task: id });
    return [{ key: `staff ${id}`, text: words.nobodyFor(taskTitle(id), calls, first), href }];
  });
}

function soonDue(task: string): RowView[] {
  const until = now.value + aheadMilliseconds;
  const rows = upcoming.value.value?.rows ?? [];
  return rows.filter(
    (row) =>
      (task === '' || row.task === task) &&
      row.dueAt !== undefined &&
      Date.parse(row.dueAt) <= until,
  );
}

/** Promises that are due for an operator who is not there, or that wait while their moment passes. */
function breaking(task: string): Alert[] {
  const words = boardWords();
  const isShown = (row: RowView) => task === '' || row.task === task;
  const waiting = (overdue.value.value?.rows ?? []).filter(
    (row) => isShown(row) && row.waitingSince !== undefined,
  );
  const lost = soonDue(task).filter((row) => isOwnerMissing(row));
  const listed = { which: 'overdue', task };
  const late = counted(waiting.length, words.promiseForms);
  const orphans = counted(lost.length, words.promiseForms);
  return [
    ...(waiting.length > 0
      ? [{ key: 'waiting', text: words.breaking(late), href: addressOf('promises', [], listed) }]
      : []),
    ...(lost.length > 0
      ? [
          {
            key: 'lost',
            text: words.ownerMissing(orphans),
            href: addressOf('promises', [], { which: 'upcoming', task }),
          },
        ]
      : []),
  ];
}

function isOwnerMissing({ operator }: RowView): boolean {
  if (operator?.id === undefined) return false;
  const found = staffOfTask('').find(({ id }) => id === operator.id);
  return found === undefined || !isAtWork(found);
}
