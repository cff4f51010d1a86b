import type { PastAttempt } from '../../../contract/calls.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { callWords } from '../../words/call-words.ts';
import { phoneText } from '../../words/phone-text.ts';
import { clockTime, span } from '../../words/times.ts';
import { today } from '../callbacks/promises.ts';
import { OutcomeChip, talkMilliseconds } from '../calls/history-list.tsx';
import { deskWords } from '../desk-words.ts';
import { goTo } from '../place.ts';

/** The calls of the day, the newest first. */
export function TodayList() {
  const words = deskWords();
  const attempts = today.value.value?.attempts ?? [];
  return (
    <section class="panel history" aria-label={words.today}>
      <header>
        <h2>{words.today}</h2>
      </header>
      {attempts.length === 0 ? (
        <EmptyState icon="handset" title={words.todayEmpty}>
          {words.todayEmptyText}
        </EmptyState>
      ) : (
        <ol>
          {attempts.map((attempt) => (
            <li key={attempt.id}>
              <TodayCall attempt={attempt} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function TodayCall({ attempt }: { attempt: PastAttempt }) {
  const words = callWords();
  const talk = talkMilliseconds(attempt);
  const { task, Id } = attempt;
  return (
    <button
      type="button"
      class="today-call"
      onClick={() => goTo({ at: 'row', row: { task, Id }, preview: false })}
    >
      <time class="numbers" dateTime={attempt.claimedAt}>
        {clockTime(attempt.claimedAt)}
      </time>
      <span class="today-who">
        <b class="numbers">{phoneText(attempt.customer)}</b>
        <small class="soft">
          {words.origins[attempt.origin]}
          {talk !== undefined && ` · ${span(talk)}`}
        </small>
      </span>
      <OutcomeChip call={attempt} />
    </button>
  );
}
