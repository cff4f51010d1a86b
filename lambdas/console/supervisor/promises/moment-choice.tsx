import { useState } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Segments } from '../../parts/segments.tsx';
import { isoDay } from '../../words/times.ts';
import { promiseWords } from './promise-words.ts';

/** When to call, as a person says it. */
export interface MomentWish {
  way: 'minutes' | 'moment';
  minutes: string;
  date: string;
  time: string;
}

/** What is offered first: soon, and today by the customer's clock. */
export function useMomentWish(zone: string | undefined, minutes = '15') {
  return useState<MomentWish>(() => ({
    way: 'minutes',
    minutes,
    date: isoDay(Date.now(), zone),
    time: '',
  }));
}

export type PromiseColumns =
  | { callaftermin: number }
  | { date_callback: string; time_callback: string };

/** As the API takes it; undefined as long as something is missing. */
export function columnsOfWish(wish: MomentWish): PromiseColumns | undefined {
  const { way, minutes, date, time } = wish;
  if (way === 'minutes') {
    return /^\d{1,6}$/.test(minutes.trim()) ? { callaftermin: Number(minutes) } : undefined;
  }
  return date !== '' && time !== '' ? { date_callback: date, time_callback: time } : undefined;
}

export interface MomentChoiceProps {
  wish: MomentWish;
  onChange: (wish: MomentWish) => void;
}

/** In minutes from now, or at a date and time as the customer's clock shows it. */
export function MomentChoice({ wish, onChange }: MomentChoiceProps) {
  const words = promiseWords();
  const change = (part: Partial<MomentWish>) => onChange({ ...wish, ...part });
  return (
    <>
      <Segments
        label={words.how}
        value={wish.way}
        options={[
          { value: 'minutes', label: words.inMinutes },
          { value: 'moment', label: words.atTime },
        ]}
        onChange={(way) => change({ way })}
      />
      {wish.way === 'minutes' ? (
        <Minutes minutes={wish.minutes} onChange={(minutes) => change({ minutes })} />
      ) : (
        <Moment date={wish.date} time={wish.time} onChange={change} />
      )}
    </>
  );
}

const quickMinutes = [5, 15, 30, 60, 120];

function Minutes({ minutes, onChange }: { minutes: string; onChange: (minutes: string) => void }) {
  const words = promiseWords();
  return (
    <div class="minutes-choice">
      <TextField
        label={words.minutes}
        value={minutes}
        type="number"
        inputMode="numeric"
        min={0}
        max={525_600}
        onInput={onChange}
      />
      <div class="quick">
        {quickMinutes.map((it) => (
          <Button
            key={it}
            size="small"
            pressed={minutes === String(it)}
            onClick={() => onChange(String(it))}
          >
            {words.quick(it)}
          </Button>
        ))}
      </div>
    </div>
  );
}

interface MomentProps {
  date: string;
  time: string;
  onChange: (part: { date?: string; time?: string }) => void;
}

function Moment({ date, time, onChange }: MomentProps) {
  const words = promiseWords();
  return (
    <div class="two-fields">
      <TextField
        label={words.date}
        help={words.customersClock}
        type="date"
        value={date}
        onInput={(value) => onChange({ date: value })}
      />
      <TextField
        label={words.time}
        type="time"
        value={time}
        onInput={(value) => onChange({ time: value })}
      />
    </div>
  );
}
