import type { Language } from '../basics/language.ts';
import { type Phrases, phraseOf } from '../basics/localized.ts';
import { type OrderProblem, orderProblemText } from './order-problem.ts';

/** Why a row is not changed as a person wishes: the order makes no sense, or it is too late for it. */
export type EditProblem = OrderProblem | LateProblem | ReservedProblem | ApologyProblem;

/** Why no text was sent to the customer of a call that was not made. */
export type ApologyProblem =
  | { code: 'not-missed' }
  | { code: 'no-apology-text' }
  | { code: 'apologised-before' }
  | { code: 'text-refused'; error: number }
  /** It may have been sent. */
  | { code: 'text-unknown' };

/** What operators leave to supervisors. */
export type ReservedProblem = { code: 'ban-is-kept' } | { code: 'owner-is-kept' };

type LateProblem =
  | { code: 'call-on' }
  | { code: 'not-promised' }
  | { code: 'no-row' }
  | { code: 'task-gone'; task: string }
  /** For no reason of the row's own. */
  | { code: 'failed' }
  /** Others wrote the row each time that it was read. */
  | { code: 'busy' };

export function editProblemText(problem: EditProblem, language: Language): string {
  return isOrderProblem(problem)
    ? orderProblemText(problem, language)
    : phraseOf(phrases, problem, language);
}

function isOrderProblem(problem: EditProblem): problem is OrderProblem {
  return !(problem.code in phrases.en);
}

export function isReserved({ code }: EditProblem): boolean {
  return code === 'ban-is-kept' || code === 'owner-is-kept';
}

const phrases: Phrases<LateProblem | ReservedProblem | ApologyProblem> = {
  en: {
    'call-on': () => 'a call to this customer is on',
    'not-promised': () => 'no call is promised any more',
    'no-row': () => 'there is no such row any more',
    'task-gone': ({ task }) => `there is no task ${task}`,
    failed: () => 'the row could not be changed; try again',
    'ban-is-kept': () => 'the row may not be called (status 14): only supervisors lift that',
    'owner-is-kept': () =>
      'operator_number: you may name yourself or nobody; supervisors give calls to others',
    busy: () => 'others are writing this row; try again',
    'not-missed': () => 'no promise of this row was missed',
    'no-apology-text': () => 'the task has no text to apologise with (apologyText)',
    'apologised-before': () => 'a text was sent for this promise before, or may have been',
    'text-refused': ({ error }) => `Twilio refuses the text with error ${error}`,
    'text-unknown': () =>
      'Twilio gave no answer: the text may have been sent, and is not sent again',
  },
  ru: {
    'call-on': () => 'с этим клиентом сейчас идёт звонок',
    'not-promised': () => 'звонок больше не обещан',
    'no-row': () => 'такой строки больше нет',
    'task-gone': ({ task }) => `задачи ${task} нет`,
    failed: () => 'строку не удалось изменить; попробуйте ещё раз',
    'ban-is-kept': () => 'строке нельзя звонить (status 14): снять запрет может только супервизор',
    'owner-is-kept': () =>
      'operator_number: можно указать себя или никого; другим звонки передаёт супервизор',
    busy: () => 'строку сейчас меняют другие; попробуйте ещё раз',
    'not-missed': () => 'у этой строки нет несостоявшегося обещания',
    'no-apology-text': () => 'у задачи нет текста с извинением (apologyText)',
    'apologised-before': () =>
      'за это обещание сообщение уже отправляли, или оно могло быть отправлено',
    'text-refused': ({ error }) => `Twilio не принимает сообщение: ошибка ${error}`,
    'text-unknown': () =>
      'Twilio не ответила: сообщение могло уйти, и второй раз его не отправляют',
  },
};
