import { parseAttemptId } from '../attempt/attempt.ts';
import { toIso } from '../basics/instant.ts';
import type { Form } from '../form/form.ts';
import { rowId } from '../row/row.ts';
import type { Answers, FieldType, Script } from '../script/script.ts';
import type { PublicEvent } from './event.ts';
import { eventTypes } from './event-types.ts';
import { makeEvent, type Told } from './make-event.ts';

/** A form that was just sent; any other change of one says nothing to others. */
export function isJustSent(before: Form | undefined, after: Form): boolean {
  return after.sentAt !== undefined && before?.sentAt === undefined;
}

/** @param script the version that asked, where it is known: without it no answer is told impersonally */
export function formNews(form: Form, script: Script | undefined, told: Told): PublicEvent[] {
  const row = parseAttemptId(form.attempt)?.row;
  if (row === undefined || form.sentAt === undefined) return [];
  const sequence = String(eventTypes.indexOf('form.sent'));
  const where = { subject: rowId(row), at: form.sentAt, sequence, place: 0 };
  const { attempt, by, promisedFor, answers = {} } = form;
  return [
    makeEvent('form.sent', where, {
      ...row,
      attempt,
      script: form.script,
      ...(by !== undefined && { by }),
      ...answersTold(told === 'personal' ? answers : impersonal(answers, script)),
      ...(promisedFor !== undefined && { promisedFor: toIso(promisedFor) }),
    }),
  ];
}

/** An event has its limit (256 KB in EventBridge), which a form of many long texts would pass. */
const mostAnswers = 50_000;

function answersTold(answers: Answers): { answers: Answers; answersLeftOut?: true } {
  const fits = JSON.stringify(answers).length <= mostAnswers;
  return fits ? { answers } : { answers: {}, answersLeftOut: true };
}

/** In what is typed freely, names and numbers stand; what is chosen, counted or dated holds none. */
const freelyTyped: readonly FieldType[] = ['text', 'long-text', 'phone'];

function impersonal(answers: Answers, script: Script | undefined): Answers {
  const fields = script?.steps.flatMap((step) => step.fields) ?? [];
  const mayBeTold = new Set<string>(
    fields.filter(({ type }) => !freelyTyped.includes(type)).map(({ id }) => id),
  );
  return Object.fromEntries(Object.entries(answers).filter(([id]) => mayBeTold.has(id)));
}
