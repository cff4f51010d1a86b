import type { CustomerClock } from '../../../contract/customer-clock.ts';
import type { PromisePreview } from '../../../contract/forms.ts';
import { Button } from '../../parts/button.tsx';
import { clockMoments } from '../../words/clock-words.ts';
import { counted } from '../../words/dictionary.ts';
import { promiseWords } from './promise-words.ts';

/** A quarter of an hour that calls would come into. */
export interface FoundRoom {
  key: string;
  room: NonNullable<PromisePreview['room']>;
  clock: CustomerClock;
  /** How many are moved together. */
  calls: number;
}

export interface RoomNotesProps {
  found: readonly FoundRoom[];
  take: ((moment: { date: string; time: string }) => void) | undefined;
}

/** What each quarter holds already against what fits, and the nearest with room for all. */
export function RoomNotes({ found, take }: RoomNotesProps) {
  return (
    <ul class="room-notes">
      {found.map(({ key, ...it }) => (
        <RoomNote key={key} {...it} take={take} />
      ))}
    </ul>
  );
}

function RoomNote({
  room,
  clock,
  calls,
  take,
}: Omit<FoundRoom, 'key'> & Pick<RoomNotesProps, 'take'>) {
  const words = promiseWords();
  const { promised, fits, nearestAt, nearestDate: date, nearestTime: time } = room;
  const isFull = promised + calls > fits;
  const counts = words.room({
    quarter: clockMoments(clock, room.from),
    promised: String(promised),
    added: counted(calls, words.callForms),
    fits: String(fits),
  });
  const nearest = nearestAt && clockMoments(clock, nearestAt);
  return (
    <li class={isFull ? 'small bad-text' : 'small soft'}>
      <span>
        {isFull && `${words.full} `}
        {counts}
      </span>
      {nearest && date && time && take && (
        <Button size="small" onClick={() => take({ date, time })}>
          {words.takeRoom(nearest)}
        </Button>
      )}
    </li>
  );
}
