import { useEffect, useState } from 'preact/hooks';
import type { CustomerClock } from '../../../contract/customer-clock.ts';
import type { PromisePreview } from '../../../contract/forms.ts';
import type { RowView } from '../../../contract/rows.ts';
import { type Answer, ask } from '../../shell/api/ask.ts';
import { inWords } from '../../words/call-words.ts';
import { clockMoments, clockPlace, whoseClock } from '../../words/clock-words.ts';
import { customerName } from '../../words/customer-name.ts';
import { rowWords } from '../../words/row-words.ts';
import { moment, ownZone } from '../../words/times.ts';
import { promiseWords } from './promise-words.ts';
import { type FoundRoom, RoomNotes } from './room-notes.tsx';

export interface MovePreviewProps {
  rows: readonly RowView[];
  how: object;
  /** Takes a moment with room, by the clock in which the rows' dates are written. */
  take?: (moment: { date: string; time: string }) => void;
}

/** More would be more than anybody reads. */
const mostPreviewed = 5;
/** Not for every key that is pressed. */
const pauseMilliseconds = 250;

/** What would become of the first rows, each by its customer's clock. */
export function MovePreview({ rows, how, take }: MovePreviewProps) {
  const words = promiseWords();
  const previewed = rows.slice(0, mostPreviewed);
  const answers = usePreviews(previewed, rows, how);
  const more = rows.length - previewed.length;
  return (
    <section class="move-preview" aria-live="polite" aria-label={words.preview}>
      <h3 class="small soft">{words.preview}</h3>
      <ul>
        {previewed.map((row, at) => (
          <li key={`${row.task}/${row.Id}`}>
            <strong>{customerName(row)}</strong>
            <Preview answer={answers?.[at]} />
          </li>
        ))}
        {more > 0 && <li class="soft">{words.previewMore(String(more))}</li>}
      </ul>
      {answers && <RoomNotes found={roomsIn(previewed, rows, answers)} take={take} />}
    </section>
  );
}

function usePreviews(
  rows: readonly RowView[],
  all: readonly RowView[],
  how: object,
): readonly Answer<PromisePreview>[] | undefined {
  const [answers, setAnswers] = useState<readonly Answer<PromisePreview>[]>();
  useEffect(() => {
    let isCurrent = true;
    const pause = setTimeout(async () => {
      const next = await Promise.all(
        rows.map((row) => preview(row, { ...how, calls: callsOf(row, all) })),
      );
      if (isCurrent) setAnswers(next);
    }, pauseMilliseconds);
    return () => {
      isCurrent = false;
      clearTimeout(pause);
    };
  }, [JSON.stringify(how), all.map(({ task, Id }) => `${task}/${Id}`).join()]);
  return answers;
}

/** Each quarter of an hour once for each task: its room does not depend on the customer. */
function roomsIn(
  rows: readonly RowView[],
  all: readonly RowView[],
  answers: readonly Answer<PromisePreview>[],
): FoundRoom[] {
  const found = new Map<string, FoundRoom>();
  rows.forEach((row, at) => {
    const answer = answers[at];
    if (answer?.kind !== 'done' || answer.value.room === undefined) return;
    const { room, clock } = answer.value;
    const key = `${row.task} ${room.from}`;
    if (!found.has(key)) found.set(key, { key, room, clock, calls: callsOf(row, all) });
  });
  return [...found.values()];
}

/** How many calls of the task are moved together. */
function callsOf({ task }: RowView, all: readonly RowView[]): number {
  return all.filter((it) => it.task === task).length;
}

function preview({ task, Id }: RowView, how: object): Promise<Answer<PromisePreview>> {
  return ask('POST', `/tasks/${encodeURIComponent(task)}/subscribers/${Id}/promise`, how);
}

function Preview({ answer }: { answer: Answer<PromisePreview> | undefined }) {
  if (answer === undefined) return <span class="soft">…</span>;
  if (answer.kind !== 'done') return <span class="bad-text">{answer.sentence}</span>;
  const { value } = answer;
  return (
    <span class="stacked">
      <MomentIn instant={value.dueAt} clock={value.clock} />
      {!value.may && <MayNot preview={value} />}
    </span>
  );
}

/** By the customer's clock, and by the reader's where that shows another time. */
export function MomentIn({ instant, clock }: { instant: string; clock: CustomerClock }) {
  const theirs = clockMoments(clock, instant);
  const ours = moment(instant);
  if (theirs === ours) return <span class="numbers">{ours}</span>;
  return (
    <span class="numbers">
      <span title={whoseClock(clock)}>
        {theirs} {clockPlace(clock)}
      </span>{' '}
      <span class="soft small" title={ownZone}>
        {promiseWords().yourTime(ours)}
      </span>
    </span>
  );
}

function MayNot({ preview: { reason, nextAt, clock } }: { preview: PromisePreview }) {
  const words = promiseWords();
  const why = reason === undefined ? '' : inWords(rowWords().reasons, reason);
  return (
    <span class="small bad-text">
      {words.mayNot(why.replace(/\.$/, ''))}
      {nextAt !== undefined && `; ${words.mayNext(clockMoments(clock, nextAt))}`}
    </span>
  );
}
