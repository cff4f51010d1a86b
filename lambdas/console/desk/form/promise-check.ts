import { signal } from '@preact/signals';
import type { Card } from '../../../contract/calls.ts';
import type { PromisePreview } from '../../../contract/forms.ts';
import {
  type PromiseColumn,
  promiseColumnOf,
  promiseOf,
} from '../../../domain/script/fields/promise-fields.ts';
import type { Answers, Step } from '../../../domain/script/script.ts';
import { type Answer, ask } from '../../shell/api/ask.ts';
import { language } from '../../words/language.ts';

/** What would become of a moment for the next call, as the server judges it. */
export type Check =
  | { kind: 'asking' }
  | { kind: 'told'; preview: PromisePreview }
  /** The moment is none: a sentence says why, and in which column. */
  | { kind: 'refused'; sentence: string; column: PromiseColumn | undefined };

const checks = signal<Readonly<Record<string, Check>>>({});
const askedAt = new Map<string, number>();
/** A moment given in minutes moves on with the clock: after so long the server is asked again. */
const freshMilliseconds = 20_000;

export const promiseCheck = {
  /** What is known of the moment that the answers name; undefined when they name none. */
  of: (card: Card, answers: Answers): Check | undefined => {
    const key = keyOf(card, answers);
    return key === undefined ? undefined : (checks.value[key] ?? { kind: 'asking' });
  },
  /** Asks the server, unless it has just told. */
  ask: async (card: Card, answers: Answers): Promise<void> => {
    const key = keyOf(card, answers);
    if (key === undefined) return;
    if (Date.now() - (askedAt.get(key) ?? 0) < freshMilliseconds) return running.get(key);
    askedAt.set(key, Date.now());
    const asked = askServer(key, card).finally(() => running.delete(key));
    running.set(key, asked);
    return asked;
  },
  /** Whether a step may be left with these answers: nothing that the server says speaks against it. */
  allows: async (card: Card, step: Step, answers: Answers): Promise<boolean> => {
    if (!step.fields.some((field) => promiseColumnOf(field) !== undefined)) return true;
    await Promise.race([promiseCheck.ask(card, answers), longEnough()]);
    const check = promiseCheck.of(card, answers);
    if (check?.kind === 'refused') return false;
    return check?.kind !== 'told' || check.preview.may;
  },
};

/** Nobody waits for a slow network to get on with their form: the server judges it again when it is sent. */
function longEnough(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 3000));
}

const running = new Map<string, Promise<void>>();

async function askServer(key: string, card: Card): Promise<void> {
  const { task, Id } = card.attempt;
  const path = `/tasks/${task}/subscribers/${Id}/promise` as const;
  const answer = await ask('POST', path, JSON.parse(key.slice(key.indexOf('{'))));
  const check = checkOf(answer);
  if (check === undefined) askedAt.delete(key);
  else checks.value = { ...checks.value, [key]: check };
}

/** An order of the row: one key for one question, and for the language of its answer. */
function keyOf({ attempt, script }: Card, answers: Answers): string | undefined {
  const promised = script && promiseOf(script, answers);
  // A day alone is half an answer: the form asks for the time.
  if (promised === undefined || ('date_callback' in promised && !promised.time_callback))
    return undefined;
  return `${language.value} ${attempt.task}.${attempt.Id} ${JSON.stringify(promised)}`;
}

function checkOf(answer: Answer<PromisePreview>): Check | undefined {
  if (answer.kind === 'done') return { kind: 'told', preview: answer.value };
  if (answer.kind !== 'refused') return undefined;
  const { problems = {} } = (answer.body ?? {}) as { problems?: Record<string, string> };
  const column = Object.keys(problems)[0] as PromiseColumn | undefined;
  return { kind: 'refused', sentence: answer.sentence, column };
}
