import { useEffect } from 'preact/hooks';
import type { Card } from '../../../contract/calls.ts';
import type { CustomerClock } from '../../../contract/customer-clock.ts';
import type { PromisePreview as Preview } from '../../../contract/forms.ts';
import type { Answers } from '../../../domain/script/script.ts';
import { now } from '../../browser/clock.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { inWords } from '../../words/call-words.ts';
import { clockMoments, clockPlace, whoseClock } from '../../words/clock-words.ts';
import { language } from '../../words/language.ts';
import { rowWords } from '../../words/row-words.ts';
import { distance, moment, ownZone, zoneCity } from '../../words/times.ts';
import { formWords } from './form-words.ts';
import { promiseCheck } from './promise-check.ts';

export interface PromisePreviewProps {
  card: Card;
  answers: Answers;
  /** Takes the next moment that may be called, in the customer's time. */
  take?: (moment: { date: string; time: string }) => void;
  /** The field that is wrong says so itself. */
  isRefusalElsewhere?: boolean;
}

/** Waits until somebody has finished typing. */
const restMilliseconds = 300;

/** What the chosen moment means: for the customer, for the operator, and whether it may be called. */
export function PromisePreview(props: PromisePreviewProps) {
  const { card, answers, take, isRefusalElsewhere } = props;
  const check = promiseCheck.of(card, answers);
  const key = `${language.value} ${JSON.stringify(answers)}`;
  useEffect(() => {
    const timer = setTimeout(() => void promiseCheck.ask(card, answers), restMilliseconds);
    return () => clearTimeout(timer);
  }, [card, key]);
  if (check === undefined) return null;
  if (isRefusalElsewhere && check.kind === 'refused' && check.column) return null;
  return (
    <div class="preview" role="status" data-kind={check.kind}>
      {check.kind === 'asking' && <p class="soft">{formWords().checking}</p>}
      {check.kind === 'refused' && <p class="preview-problem">{check.sentence}</p>}
      {check.kind === 'told' && <Told preview={check.preview} take={take} />}
    </div>
  );
}

function Told({ preview, take }: { preview: Preview; take: PromisePreviewProps['take'] }) {
  return (
    <>
      <TwoClocks instant={preview.dueAt} clock={preview.clock} />
      {!preview.may && <MayNot preview={preview} take={take} />}
      <RoomThen preview={preview} take={take} />
    </>
  );
}

/** What the quarter of an hour holds already, and where there is room if it is full. */
function RoomThen({ preview, take }: { preview: Preview; take: PromisePreviewProps['take'] }) {
  const words = formWords();
  const { room, clock } = preview;
  if (room === undefined) return null;
  const { nearestAt, nearestDate: date, nearestTime: time } = room;
  const nearest = nearestAt && clockMoments(clock, nearestAt, now.value);
  return (
    <p class="soft small">
      {words.room(room.promised, room.fits)}{' '}
      {nearest && date && time && take && (
        <Button size="small" onClick={() => take({ date, time })}>
          {words.takeRoom(nearest)}
        </Button>
      )}
    </p>
  );
}

/** A moment as the customer's and as the operator's clock shows it. */
export function TwoClocks({ instant, clock }: { instant: string; clock: CustomerClock }) {
  const words = formWords();
  const time = now.value;
  return (
    <div class="two-clocks">
      <dl>
        <div>
          <dt>
            {words.customersTime} <small title={whoseClock(clock)}>{clockPlace(clock)}</small>
          </dt>
          <dd>{clockMoments(clock, instant, time)}</dd>
        </div>
        <div>
          <dt>
            {words.yourTime} <small>{zoneCity(ownZone)}</small>
          </dt>
          <dd>{moment(instant, ownZone, time)}</dd>
        </div>
      </dl>
      <p class="two-clocks-distance">
        <Icon name="clock" />
        {distance(instant, time)}
      </p>
    </div>
  );
}

/** The button goes with the problem that it solved: the keys go on from the way to the next step. */
function focusNext(button: HTMLElement): void {
  button.closest('form')?.querySelector<HTMLElement>('[type="submit"]')?.focus();
}

function MayNot({ preview, take }: { preview: Preview; take: PromisePreviewProps['take'] }) {
  const words = formWords();
  const { reason, nextAt, nextDate, nextTime, clock } = preview;
  const next = nextAt && clockMoments(clock, nextAt, now.value);
  return (
    <div class="preview-problem">
      <Icon name="warning" />
      <div>
        <p>
          {reason ? inWords(rowWords().reasons, reason) : words.mayNot}{' '}
          {next && words.nextPossible(next)}
        </p>
        {take && next && nextDate && nextTime && (
          <Button
            size="small"
            onClick={(event) => {
              focusNext(event.currentTarget as HTMLElement);
              take({ date: nextDate, time: nextTime });
            }}
          >
            {words.take(next)}
          </Button>
        )}
      </div>
    </div>
  );
}
