import type { ListedCall } from '../../../contract/customers.ts';
import type { Field, Value } from '../../../domain/script/script.ts';
import { textIn } from '../../../domain/script/script-text.ts';
import { answerText } from '../../desk/form/answer-text.ts';
import { language } from '../../words/language.ts';
import { scripts } from '../directory.ts';

/** What a form answered, as people read it; questions as the newest version of the script has them. */
export function answersOf({ form }: ListedCall): { question: string; answer: string }[] {
  if (form?.sentAt === undefined) return [];
  const fields = fieldsOf(form.script.id);
  return Object.entries(form.answers ?? {}).map(([id, value]) => {
    const field = fields.find((it) => it.id === id);
    return { question: questionOf(field, id), answer: answerOf(field, value) };
  });
}

/** All questions that these calls answer, in their order. */
export function questionsOf(calls: readonly ListedCall[]): string[] {
  return [...new Set(calls.flatMap((call) => answersOf(call).map(({ question }) => question)))];
}

export function answerTo(call: ListedCall, asked: string): string | undefined {
  return answersOf(call).find(({ question }) => question === asked)?.answer;
}

function fieldsOf(script: string): Field[] {
  const found = scripts.value.value?.find(({ id }) => id === script);
  return found?.steps.flatMap(({ fields }) => fields) ?? [];
}

function questionOf(field: Field | undefined, id: string): string {
  return field === undefined ? id : textIn(field.label, language.value);
}

function answerOf(field: Field | undefined, value: Value): string {
  return field === undefined ? String(value) : answerText(field, value);
}
