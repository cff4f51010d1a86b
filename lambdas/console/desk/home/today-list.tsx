import type { PastAttempt } from '../../../contract/calls.ts';
import { Button } from '../../parts/button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { phoneText } from '../../words/phone-text.ts';
import { clockTime, span } from '../../words/times.ts';
import { today } from '../callbacks/promises.ts';
import { ResultChip, talkMilliseconds } from '../calls/history-list.tsx';
import { OriginMark } from '../calls/origin.tsx';
import { reopenCall } from '../calls/state/calls.ts';
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
  const words = deskWords();
  const talk = talkMilliseconds(attempt);
  const { task, Id, form, name } = attempt;
  return (
    <div class="today-row">
      <button
        type="button"
        class="today-call"
        onClick={() => goTo({ at: 'row', row: { task, Id }, preview: false })}
      >
        <time class="numbers" dateTime={attempt.claimedAt}>
          {clockTime(attempt.claimedAt)}
        </time>
        <span class="today-who">
          <b class="numbers">
            <bdi>{name?.trim() || phoneText(attempt.customer)}</bdi>
          </b>
          <small class="soft">
            <OriginMark origin={attempt.origin} />
            {talk !== undefined && ` · ${span(talk)}`}
          </small>
        </span>
        <ResultChip call={attempt} />
      </button>
      {form?.sentAt && (
        <Button
          kind="bare"
          icon="edit"
          label={words.openForm}
          onClick={() => reopenCall(attempt)}
        />
      )}
    </div>
  );
}
