import type { RowEvent, RowStory } from '../../../contract/rows.ts';
import { now } from '../../browser/clock.ts';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { inWords } from '../../words/call-words.ts';
import { rowWords } from '../../words/row-words.ts';
import { dayName, exactTime, isoDay } from '../../words/times.ts';
import { operatorName } from '../directory.ts';
import { AttemptCard } from './attempt-card.tsx';
import { eventDetail } from './fact-texts.ts';
import { type Happening, storyDays } from './story-days.ts';
import { storyWords } from './story-words.ts';

/** The story, newest first, in days of the reader's clock; promised times are the customer's. */
export function Timeline({ story, zone }: { story: RowStory; zone: string }) {
  const days = storyDays(story, (instant) => isoDay(instant));
  if (days.length === 0) return <p class="panel-text soft">{storyWords().nothing}</p>;
  const [newest] = story.attempts;
  return (
    <div class="timeline">
      {days.map(({ day, happenings }) => (
        <section key={day}>
          <h4>{dayName(happenings[0]?.at ?? day, undefined, now.value)}</h4>
          <ol>
            {happenings.map((it) => (
              <li key={keyOf(it)} data-kind={it.kind}>
                {it.kind === 'event' ? (
                  <EventLine event={it.event} zone={zone} />
                ) : (
                  <AttemptCard attempt={it.attempt} zone={zone} isOpen={it.attempt === newest} />
                )}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function keyOf(it: Happening): string {
  return it.kind === 'attempt' ? it.attempt.id : `${it.at} ${JSON.stringify(it.event)}`;
}

const icons: Record<string, IconName> = {
  created: 'plus',
  promised: 'calendar',
  moved: 'clock',
  cancelled: 'close',
  refused: 'warning',
  'waits-for-operator': 'later',
  'in-service': 'handset',
  ended: 'check',
  apologised: 'document',
  edited: 'edit',
  deleted: 'trash',
};

function EventLine({ event, zone }: { event: RowEvent; zone: string }) {
  const detail = eventDetail(event, zone);
  return (
    <div class="event-line" data-event={event.kind}>
      <Icon name={icons[event.kind] ?? 'info'} />
      <div>
        <strong>{inWords(rowWords().events, event.kind)}</strong>
        {detail !== '' && <span class="event-detail">{detail}</span>}
        {typeof event.by === 'string' && (
          <span class="event-detail">{storyWords().by(operatorName({ id: event.by }))}</span>
        )}
      </div>
      <time class="soft small numbers">{exactTime(event.at)}</time>
    </div>
  );
}
