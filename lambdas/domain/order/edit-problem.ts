import type { Language } from '../basics/language.ts';
import { type Phrases, phraseOf } from '../basics/localized.ts';
import { type OrderProblem, orderProblemText } from './order-problem.ts';

/** Why a row is not changed as a person wishes: the order makes no sense, or it is too late for it. */
export type EditProblem = OrderProblem | LateProblem;

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
  return isLate(problem)
    ? phraseOf(phrases, problem, language)
    : orderProblemText(problem, language);
}

function isLate(problem: EditProblem): problem is LateProblem {
  return problem.code in phrases.en;
}

const phrases: Phrases<LateProblem> = {
  en: {
    'call-on': () => 'a call to this customer is on',
    'not-promised': () => 'no call is promised any more',
    'no-row': () => 'there is no such row any more',
    'task-gone': ({ task }) => `there is no task ${task}`,
    failed: () => 'the row could not be changed; try again',
    busy: () => 'others are writing this row; try again',
  },
  ru: {
    'call-on': () => 'с этим клиентом сейчас идёт звонок',
    'not-promised': () => 'звонок больше не обещан',
    'no-row': () => 'такой строки больше нет',
    'task-gone': ({ task }) => `задачи ${task} нет`,
    failed: () => 'строку не удалось изменить; попробуйте ещё раз',
    busy: () => 'строку сейчас меняют другие; попробуйте ещё раз',
  },
};
