import type { PastAttempt } from '../../../contract/calls.ts';
import { Chip } from '../../parts/chip.tsx';
import { Icon } from '../../parts/icon.tsx';
import { outcomeTone } from '../../words/call-tones.ts';
import {
  callStateName,
  callWords,
  inWords,
  originName,
  outcomeName,
} from '../../words/call-words.ts';
import { clockPlace } from '../../words/clock-words.ts';
import { numberText } from '../../words/dictionary.ts';
import { exactTime, moment, span } from '../../words/times.ts';
import { operatorName } from '../directory.ts';
import { factDetail } from './fact-texts.ts';
import { FormAnswers } from './form-answers.tsx';
import { Recordings } from './recordings.tsx';
import { storyWords } from './story-words.ts';

export interface AttemptCardProps {
  attempt: PastAttempt;
  /** The customer's. */
  zone: string;
  /** Whether its steps are shown at once. */
  isOpen: boolean;
}

/** One try at bringing operator and customer together: what came of it, and every step. */
export function AttemptCard({ attempt, zone, isOpen }: AttemptCardProps) {
  const words = storyWords();
  const { outcome, state, origin, facts, form, claimedAt, nextDueAt } = attempt;
  const isOn = outcome === undefined && state !== 'over';
  return (
    <article class="attempt-card">
      <header>
        <Icon name="handset" />
        <strong>{originName(origin)}</strong>
        <Chip tone={outcomeTone(outcome)} dot={isOn}>
          {isOn ? callStateName(state) : outcomeName(outcome)}
        </Chip>
        <time class="soft small numbers">{exactTime(claimedAt)}</time>
      </header>
      <p class="soft">{summaryOf(attempt, zone)}</p>
      {nextDueAt !== undefined && <p>{words.nextRetry(moment(nextDueAt, zone))}</p>}
      <Recordings attempt={attempt} />
      {form && <FormAnswers form={form} zone={zone} />}
      <details open={isOpen}>
        <summary>{words.facts(numberText(facts.length))}</summary>
        <ol class="steps">
          {facts.map((fact) => (
            <li key={fact.kind}>
              <time class="numbers">{exactTimeOf(fact.at)}</time>
              <span>{inWords(callWords().facts, fact.kind)}</span>
              <span class="soft">{factDetail(fact)}</span>
            </li>
          ))}
        </ol>
      </details>
    </article>
  );
}

function summaryOf(attempt: PastAttempt, zone: string): string {
  const words = storyWords();
  const { operator, origin, dueAt, promisedFor = dueAt } = attempt;
  const parts = [
    words.by(operatorName(operator)),
    origin === 'callback' && words.dueAt(moment(promisedFor, zone)),
    punctuality(attempt),
    permission(attempt),
    talkTime(attempt),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** Less is what an operator needs to answer where a call was wanted at once. */
const lateFromMilliseconds = 5000;

function punctuality({
  origin,
  dueAt,
  promisedFor = dueAt,
  facts,
}: PastAttempt): string | undefined {
  const dialled = facts.find(({ kind }) => kind === 'dialling');
  if (origin !== 'callback' || dialled === undefined) return undefined;
  const late = Date.parse(dialled.at) - Date.parse(promisedFor);
  return late < lateFromMilliseconds ? storyWords().onTime : storyWords().lateBy(span(late));
}

function permission({ permittedBy }: PastAttempt): string | undefined {
  if (permittedBy === undefined) return undefined;
  const { zone, from } = permittedBy;
  return storyWords().permittedBy(clockPlace({ zones: [zone], from }));
}

function talkTime({ bridgedAt, facts }: PastAttempt): string | undefined {
  const ended = facts.find(({ kind }) => kind === 'customerEnded' || kind === 'operatorEnded');
  if (bridgedAt === undefined || ended === undefined) return undefined;
  return storyWords().talkedFor(span(Date.parse(ended.at) - Date.parse(bridgedAt)));
}

/** To the millisecond: what promises are measured by. */
function exactTimeOf(instant: string): string {
  return `${exactTime(instant)}.${instant.slice(20, 23)}`;
}
