import type { RowView } from '../../../contract/rows.ts';
import { now } from '../../browser/clock.ts';
import { Chip } from '../../parts/chip.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { RefusalNotice } from '../../parts/notice.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { me } from '../../shell/me.ts';
import { clockPlace, clockTimes, whoseClock } from '../../words/clock-words.ts';
import { customerName } from '../../words/customer-name.ts';
import { clockTime, moment, ownZone, runningTime, span } from '../../words/times.ts';
import { deskWords } from '../desk-words.ts';
import { goTo, place } from '../place.ts';
import { promises } from './promises.ts';

/** The next callbacks, the earliest first, with the time that is left. */
export function PromiseList() {
  const words = deskWords();
  const list = promises.value.value;
  const problem = promises.problem.value;
  return (
    <section class="panel queue" aria-label={words.next}>
      <header>
        <h2>{words.next}</h2>
        {list && list.rows.length > 0 && <Chip>{list.rows.length}</Chip>}
      </header>
      {problem && !list && (
        <RefusalNotice refusal={problem} retry={() => void promises.refresh()} />
      )}
      {!list && !problem && <Skeleton />}
      {list?.rows.length === 0 && (
        <EmptyState icon="calendar" title={words.nextEmpty}>
          {words.nextEmptyText}
        </EmptyState>
      )}
      {list && list.rows.length > 0 && (
        <ol>
          {list.rows.map((row) => (
            <li key={`${row.task}.${row.Id}`}>
              <PromiseItem row={row} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

const soonMilliseconds = 60_000;

function PromiseItem({ row }: { row: RowView }) {
  const words = deskWords();
  const { dueAt = '', promisedFor: due = dueAt } = row;
  const left = Date.parse(due) - now.value;
  const isOverdue = left < 0;
  const here = place.value;
  const isOpen = here.at === 'row' && here.row.Id === row.Id && here.row.task === row.task;
  const open = () => goTo({ at: 'row', row: { task: row.task, Id: row.Id }, preview: false });
  return (
    <button
      type="button"
      class="queue-item"
      data-urgency={isOverdue ? 'late' : left < soonMilliseconds ? 'soon' : undefined}
      aria-current={isOpen ? 'true' : undefined}
      onClick={open}
    >
      <bdi class="queue-name">{customerName(row)}</bdi>
      <span class="queue-left numbers">{timeLeft(left)}</span>
      <span class="queue-when">
        <DueTimes row={row} due={due} />
        {row.operator === undefined && <> · {words.anybody}</>}
        {due !== dueAt && <> · {words.nextTry(clockTime(dueAt))}</>}
      </span>
      {row.waitingSince && (
        <span class="queue-why">
          <Chip tone="wait" icon="clock">
            {words.waitsForOperator}
          </Chip>
        </span>
      )}
    </button>
  );
}

/** The customer's clock where it differs from the operator's own. */
function DueTimes({ row, due }: { row: RowView; due: string }) {
  const own = moment(due, ownZone, now.value);
  const theirs = clockTimes(row.clock, due);
  if (theirs === clockTime(due)) return <>{own}</>;
  return (
    <>
      {own} · <span title={whoseClock(row.clock)}>{theirs}</span> {clockPlace(row.clock)}
    </>
  );
}

const countedDownMilliseconds = 3_600_000;

/** A running clock in the last hour; before, the hours and minutes. */
function timeLeft(left: number): string {
  const words = deskWords();
  if (left < -countedDownMilliseconds) return words.overdueBy(span(-left));
  if (left < 0) return `−${runningTime(-left)}`;
  return left < countedDownMilliseconds
    ? runningTime(left + 999)
    : span(Math.floor(left / 60_000) * 60_000);
}

/** The promise that comes next for the signed-in operator, if it is still ahead. */
export function nextPromise(): RowView | undefined {
  if (me.value.value?.operator === undefined) return undefined;
  return promises.value.value?.rows.find(({ dueAt }) => dueAt && Date.parse(dueAt) > now.value);
}
