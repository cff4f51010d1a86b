import { useEffect, useState } from 'preact/hooks';
import type { PromisePreview } from '../../../contract/forms.ts';
import type { RowView } from '../../../contract/rows.ts';
import { now } from '../../browser/clock.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { type Answer, ask } from '../../shell/api/ask.ts';
import { inWords } from '../../words/call-words.ts';
import { clockMoments } from '../../words/clock-words.ts';
import { customerName } from '../../words/customer-name.ts';
import { rowWords } from '../../words/row-words.ts';
import { span, zoneCity } from '../../words/times.ts';
import { TwoClocks } from '../form/promise-preview.tsx';
import { rowActionWords } from './row-action-words.ts';
import { RowChangeDialog } from './row-change-dialog.tsx';
import type { RowDialogProps } from './row-dialog-props.ts';

/** A moment for the call, as the row's columns say it. */
export type Wish = { callaftermin: number } | { date_callback: string; time_callback: string };

const quickMinutes = [15, 60, 240, 1440];
const minuteMilliseconds = 60_000;

/** Promises a call without making one, or moves the one that is promised. */
export function PromiseDialog(props: RowDialogProps) {
  const words = rowActionWords();
  const { row } = props;
  const isMove = row.status === 10;
  const [wish, setWish] = useState<Wish>();
  const name = customerName(row);
  return (
    <RowChangeDialog
      {...props}
      title={isMove ? words.moveTitle(name) : words.promiseTitle(name)}
      submit={isMove ? words.move : words.promise}
      done={isMove ? words.moved : words.promised}
      columns={wish && { status: 10, ...wish }}
    >
      <MomentFields zone={row.zone} onChange={setWish} />
      {wish && <Preview row={row} wish={wish} />}
    </RowChangeDialog>
  );
}

/** Minutes from now, or a day and a time of the customer's clock. */
function MomentFields({ zone, onChange }: { zone: string; onChange: (wish?: Wish) => void }) {
  const words = rowActionWords();
  const [date, setDate] = useState('');
  const [time, setTime] = useState('');
  const choose = (day: string, clock: string) => {
    setDate(day);
    setTime(clock);
    onChange(day && clock ? { date_callback: day, time_callback: clock } : undefined);
  };
  return (
    <>
      <div class="quick">
        {quickMinutes.map((callaftermin) => (
          <Button
            key={callaftermin}
            size="small"
            onClick={() => {
              choose('', '');
              onChange({ callaftermin });
            }}
          >
            {words.in(span(callaftermin * minuteMilliseconds))}
          </Button>
        ))}
      </div>
      <div class="moment-fields">
        <TextField
          label={words.day}
          type="date"
          value={date}
          onInput={(day) => choose(day, time)}
        />
        <TextField
          label={words.time(zoneCity(zone))}
          type="time"
          value={time}
          onInput={(clock) => choose(date, clock)}
        />
      </div>
    </>
  );
}

/** What it means on both clocks, and why it cannot be. */
function Preview({ row, wish }: { row: RowView; wish: Wish }) {
  const answer = usePreview(row, wish);
  if (answer === undefined) return null;
  if (answer.kind !== 'done') return <p class="preview-problem">{answer.sentence}</p>;
  const { may, reason, nextAt, dueAt, clock } = answer.value;
  return (
    <div class="preview" role="status">
      <TwoClocks instant={dueAt} clock={clock} />
      {!may && (
        <p class="preview-problem">
          {reason && inWords(rowWords().reasons, reason)}{' '}
          {nextAt && rowActionWords().nextPossible(clockMoments(clock, nextAt, now.value))}
        </p>
      )}
    </div>
  );
}

function usePreview({ task, Id }: RowView, wish: Wish): Answer<PromisePreview> | undefined {
  const [answer, setAnswer] = useState<Answer<PromisePreview>>();
  const key = JSON.stringify(wish);
  useEffect(() => {
    let isLast = true;
    const path = `/tasks/${encodeURIComponent(task)}/subscribers/${Id}/promise` as const;
    void ask('POST', path, wish).then((told) => isLast && setAnswer(told));
    return () => {
      isLast = false;
    };
  }, [task, Id, key]);
  return answer;
}
