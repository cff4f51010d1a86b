import type { PastAttempt } from '../../../contract/calls.ts';
import type { FormView } from '../../../contract/forms.ts';
import { now } from '../../browser/clock.ts';
import { Chip } from '../../parts/chip.tsx';
import { outcomeTone } from '../../words/call-tones.ts';
import { callWords, inWords } from '../../words/call-words.ts';
import { moment, ownZone, span } from '../../words/times.ts';
import { answerText } from '../form/answer-text.ts';
import { FormerAnswers } from '../form/former-answers.tsx';
import { AnswerList } from '../form/passed-steps.tsx';
import { onCallWords } from './on-call-words.ts';
import { OriginMark } from './origin.tsx';
import { resultOf } from './state/script-result.ts';
import { scriptVersion } from './state/scripts.ts';

export interface HistoryListProps {
  /** Newest first. */
  attempts: readonly PastAttempt[];
  /** The customer's. */
  zone: string;
}

/** What happened before: when, how it ended, what was answered. */
export function HistoryList({ attempts, zone }: HistoryListProps) {
  const words = onCallWords();
  return (
    <section class="panel history" aria-label={words.history}>
      <header>
        <h2>{words.history}</h2>
        {attempts.length > 0 && <Chip>{attempts.length}</Chip>}
      </header>
      {attempts.length === 0 ? (
        <p class="soft history-empty">{words.historyEmpty}</p>
      ) : (
        <ol>
          {attempts.map((attempt) => (
            <li key={attempt.id}>
              <PastCall attempt={attempt} zone={zone} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function PastCall({ attempt, zone }: { attempt: PastAttempt; zone: string }) {
  const talk = talkMilliseconds(attempt);
  return (
    <>
      <p class="past-head">
        <time dateTime={attempt.claimedAt}>{moment(attempt.claimedAt, ownZone, now.value)}</time>
        <ResultChip call={attempt} />
      </p>
      <p class="soft small">
        <OriginMark origin={attempt.origin} />
        {attempt.operatorName && (
          <>
            {' · '}
            <bdi>{attempt.operatorName}</bdi>
          </>
        )}
        {talk !== undefined && <> · {span(talk)}</>}
      </p>
      {attempt.form?.sentAt && <PastAnswers form={attempt.form} zone={zone} />}
    </>
  );
}

/** What came of a call: the form's result where it has one, else how it ended. */
export function ResultChip({ call }: { call: PastAttempt }) {
  const { form, outcome } = call;
  const script = form?.sentAt ? scriptVersion(form.script).value.value : undefined;
  const result = script && resultOf(script, form?.answers ?? {});
  if (result === undefined || outcome !== 'reached') return <OutcomeChip call={call} />;
  return <Chip tone={outcomeTone(outcome)}>{answerText(result.field, result.value)}</Chip>;
}

/** How a call ended, or how far it is. */
function OutcomeChip({ call }: { call: Pick<PastAttempt, 'outcome' | 'state'> }) {
  const words = callWords();
  const { outcome, state } = call;
  if (outcome === undefined) return <Chip tone="info">{words.states[state]}</Chip>;
  return <Chip tone={outcomeTone(outcome)}>{inWords(words.outcomes, outcome)}</Chip>;
}

function PastAnswers({ form, zone }: { form: FormView; zone: string }) {
  const script = scriptVersion(form.script).value.value;
  const fields = script?.steps.flatMap((step) => step.fields) ?? [];
  return (
    <>
      <AnswerList fields={fields} answers={form.answers ?? {}} />
      <FormerAnswers fields={fields} form={form} />
      {form.promisedFor && (
        <p class="small soft">
          {onCallWords().promisedThen(moment(form.promisedFor, zone, now.value))}
        </p>
      )}
    </>
  );
}

/** From when they talked until the first of them hung up. */
export function talkMilliseconds({ bridgedAt, facts }: PastAttempt): number | undefined {
  if (bridgedAt === undefined) return undefined;
  const ends = facts.filter(({ kind }) => kind === 'customerEnded' || kind === 'operatorEnded');
  const first = ends.map(({ at }) => Date.parse(at)).sort((a, b) => a - b)[0];
  return first === undefined ? undefined : Math.max(0, first - Date.parse(bridgedAt));
}
