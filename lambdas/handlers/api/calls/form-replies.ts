import type { FormProblem } from '../../../contract/forms.ts';
import { toIso } from '../../../domain/basics/instant.ts';
import type { Language } from '../../../domain/basics/language.ts';
import { inEachLanguage, type Localized } from '../../../domain/basics/localized.ts';
import { type PromiseVerdict, promiseSentence } from '../../../domain/form/form-promise.ts';
import { columnOfProblem } from '../../../domain/form/promise-place.ts';
import { fieldProblemText } from '../../../domain/script/fields/field-problem.ts';
import {
  promiseColumnOf,
  promiseFieldsOf,
  promiseOf,
} from '../../../domain/script/fields/promise-fields.ts';
import { answersOf } from '../../../domain/script/run/run-script.ts';
import type { SubmitResult } from '../../../use-cases/form/submit-form.ts';
import { conflict } from '../http/replies.ts';
import type { Refused } from '../http/route.ts';

type NotSent = Exclude<SubmitResult, { kind: 'sent' }>;

/** Why a form was not sent, in the operator's language. */
export function replyToForm(result: NotSent, language: Language): Refused {
  switch (result.kind) {
    case 'wrong-answers':
      return problem({ error: words.wrong, problems: sentencesOf(result, language) });
    case 'unfinished':
      return problem({ error: words.unfinished });
    case 'no-promise':
      return problem(promiseProblem(result, language));
    case 'not-open':
    case 'too-late':
    case 'no-task':
    case 'busy':
      return conflict(words[result.kind]);
    default:
      return result satisfies never;
  }
}

type ProblemBody = Omit<FormProblem, 'error'> & { error: Localized };

function problem(body: ProblemBody): Refused {
  return { status: 400, body };
}

function sentencesOf(
  { problems }: NotSent & { kind: 'wrong-answers' },
  language: Language,
): Record<string, string> {
  const sentences = Object.entries(problems).map(([field, it]) => [
    field,
    fieldProblemText(it, language),
  ]);
  return Object.fromEntries(sentences);
}

function promiseProblem(
  { verdict, script, run }: NotSent & { kind: 'no-promise' },
  language: Language,
): ProblemBody {
  const error = inEachLanguage((it) => promiseSentence(verdict, it));
  const answers = answersOf({ script, run });
  const fields = promiseFieldsOf(script);
  const column = columnOfProblem(verdict, promiseOf(script, answers) ?? {});
  const wrong = fields.find((it) => promiseColumnOf(it) === column);
  const field = (wrong ?? fields.find(({ id }) => answers[id] !== undefined))?.id;
  return {
    error,
    ...(field !== undefined && { problems: { [field]: error[language] } }),
    ...nextOf(verdict),
  };
}

function nextOf(verdict: PromiseVerdict): { nextAt?: string } {
  const nextAt = verdict.kind === 'barred-then' ? verdict.nextAt : undefined;
  return nextAt === undefined ? {} : { nextAt: toIso(nextAt) };
}

export const words = {
  wrong: {
    en: 'some answers cannot be taken as they are',
    ru: 'некоторые ответы нельзя принять в таком виде',
  },
  unfinished: {
    en: 'the form is not filled in to its end',
    ru: 'форма заполнена не до конца',
  },
  'not-open': {
    en: 'the form of this call was not opened',
    ru: 'форма этого звонка не открыта',
  },
  'too-late': {
    en: 'only a form that was sent today can be corrected',
    ru: 'исправить можно только форму, отправленную сегодня',
  },
  stale: {
    en: 'another draft is newer, or the form was sent',
    ru: 'есть более новый черновик, или форма уже отправлена',
  },
  'on-keypad': {
    en: 'the form is being filled in on the telephone',
    ru: 'форму сейчас заполняют на телефоне',
  },
  'no-task': {
    en: 'the task of this call is not there any more',
    ru: 'задачи этого звонка больше нет',
  },
  busy: {
    en: 'others are writing this row; try again',
    ru: 'строку сейчас меняют другие; попробуйте ещё раз',
  },
} satisfies Record<string, Localized>;
