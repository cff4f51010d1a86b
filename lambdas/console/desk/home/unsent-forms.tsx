import type { PastAttempt } from '../../../contract/calls.ts';
import { Chip } from '../../parts/chip.tsx';
import { phoneText } from '../../words/phone-text.ts';
import { clockTime } from '../../words/times.ts';
import { today } from '../callbacks/promises.ts';
import { reopenCall } from '../calls/state/calls.ts';
import { deskWords } from '../desk-words.ts';

/** Calls of the day whose form was not sent: each opens again where it was left. */
export function UnsentForms() {
  const words = deskWords();
  const unsent = (today.value.value?.attempts ?? []).filter(isUnsent);
  if (unsent.length === 0) return null;
  return (
    <section class="panel history unsent" aria-label={words.unsent}>
      <header>
        <h2>{words.unsent}</h2>
        <Chip tone="wait">{unsent.length}</Chip>
      </header>
      <ol>
        {unsent.map((attempt) => (
          <li key={attempt.id}>
            <button type="button" class="today-call" onClick={() => reopenCall(attempt)}>
              <time class="numbers" dateTime={attempt.claimedAt}>
                {clockTime(attempt.claimedAt)}
              </time>
              <span class="today-who">
                <b class="numbers">
                  <bdi>{attempt.name?.trim() || phoneText(attempt.customer)}</bdi>
                </b>
              </span>
              <span class="soft small">{words.finishForm}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function isUnsent({ form, state }: PastAttempt): boolean {
  return state === 'over' && form !== undefined && form.sentAt === undefined;
}
