import { useState } from 'preact/hooks';
import { TextField } from '../../parts/field.tsx';
import { Segments } from '../../parts/segments.tsx';
import { counted } from '../../words/dictionary.ts';
import { BulkDialog, type BulkDialogProps } from './bulk-dialog.tsx';
import { LaterPreview } from './later-preview.tsx';
import { columnsOfWish, MomentChoice, useMomentWish } from './moment-choice.tsx';
import { MovePreview } from './move-preview.tsx';
import { promiseWords } from './promise-words.ts';

type Way = 'to' | 'later';

/** Moves promised calls: to a moment, each to its customer's clock, or so many hours later than promised. */
export function MoveDialog(props: BulkDialogProps) {
  const words = promiseWords();
  const { rows } = props;
  const [way, setWay] = useState<Way>('to');
  const [hours, setHours] = useState('1');
  const [wish, setWish] = useMomentWish(rows[0]?.zone);
  const [spread, setSpread] = useState('');
  const to = columnsOfWish(wish);
  const laterByMinutes = minutesOf(hours);
  const how = way === 'to' ? to : laterByMinutes === undefined ? undefined : { laterByMinutes };
  return (
    <BulkDialog
      {...props}
      title={words.moveTitle(counted(rows.length, words.callForms))}
      submit={words.doMove}
      work={how && { kind: 'move', how: { ...how, ...spreadOf(spread) } }}
      doneText={words.moved}
    >
      <Segments
        label={words.howMoved}
        value={way}
        options={[
          { value: 'to', label: words.toMoment },
          { value: 'later', label: words.later },
        ]}
        onChange={setWay}
      />
      {way === 'to' ? (
        <MomentChoice wish={wish} onChange={setWish} />
      ) : (
        <HoursField value={hours} onInput={setHours} />
      )}
      {rows.length > 1 && <SpreadField value={spread} onInput={setSpread} />}
      {way === 'to' && to && (
        <MovePreview
          rows={rows}
          how={to}
          take={(moment) => setWish({ ...wish, way: 'moment', ...moment })}
        />
      )}
      {way === 'later' && laterByMinutes !== undefined && (
        <LaterPreview rows={rows} minutes={laterByMinutes} />
      )}
    </BulkDialog>
  );
}

/** Orders calls to rows, promised or not. */
export function OrderManyDialog(props: BulkDialogProps) {
  const words = promiseWords();
  const { rows } = props;
  const [wish, setWish] = useMomentWish(rows[0]?.zone, '0');
  const [spread, setSpread] = useState('');
  const how = columnsOfWish(wish);
  return (
    <BulkDialog
      {...props}
      title={words.orderTitle(counted(rows.length, words.callForms))}
      submit={words.doOrder}
      work={how && { kind: 'order', how: { ...how, ...spreadOf(spread) } }}
      doneText={words.ordered}
    >
      <MomentChoice wish={wish} onChange={setWish} />
      {rows.length > 1 && <SpreadField value={spread} onInput={setSpread} />}
      {how && (
        <MovePreview
          rows={rows}
          how={how}
          take={(moment) => setWish({ ...wish, way: 'moment', ...moment })}
        />
      )}
    </BulkDialog>
  );
}

interface NumberFieldProps {
  value: string;
  onInput: (value: string) => void;
}

function HoursField(props: NumberFieldProps) {
  const words = promiseWords();
  return (
    <TextField
      {...props}
      label={words.laterByHours}
      help={words.laterByHelp}
      type="number"
      inputMode="decimal"
      step="0.25"
    />
  );
}

function SpreadField(props: NumberFieldProps) {
  const words = promiseWords();
  return (
    <TextField
      {...props}
      label={words.spread}
      help={words.spreadHelp}
      optional
      type="number"
      inputMode="numeric"
      min={1}
      max={10_080}
    />
  );
}

function spreadOf(text: string): { spreadMinutes?: number } {
  const minutes = Number(text);
  return Number.isInteger(minutes) && minutes > 0 ? { spreadMinutes: minutes } : {};
}

/** Hours as people type them: a quarter is 0.25, or 0,25. */
function minutesOf(hours: string): number | undefined {
  const minutes = Math.round(Number(hours.replace(',', '.')) * 60);
  const isMove = Number.isFinite(minutes) && minutes !== 0 && Math.abs(minutes) <= 525_600;
  return isMove ? minutes : undefined;
}
