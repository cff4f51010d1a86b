import type { Language } from '../../basics/language.ts';
import { type Phrases, phraseOf } from '../../basics/localized.ts';

/** Why an answer was not taken. A number that somebody typed is never repeated. */
export type FieldProblem =
  | { code: 'required' }
  | { code: 'not-asked' }
  | { code: 'not-a-text' }
  | { code: 'too-short'; least: number; got: number }
  | { code: 'too-long'; most: number; got: number }
  | { code: 'not-a-choice'; got: string }
  | { code: 'not-yes-or-no'; got: string }
  | { code: 'not-a-number'; got: string }
  | { code: 'not-minutes'; got: string }
  | { code: 'too-small'; least: number; got: number }
  | { code: 'too-big'; most: number; got: number }
  | { code: 'not-a-phone' }
  | { code: 'not-a-date'; got: string }
  | { code: 'no-such-day'; got: string }
  | { code: 'not-a-time'; got: string }
  /** A date alone says no moment. */
  | { code: 'time-needed' }
  | { code: 'nothing-keyed' }
  | { code: 'not-a-key'; got: string; keys: string[] }
  | { code: 'not-day-and-month'; got: string }
  | { code: 'not-hours-and-minutes'; got: string };

const phrases: Phrases<FieldProblem> = {
  en: {
    required: () => 'This needs an answer.',
    'not-asked': () => 'This is not asked here.',
    'not-a-text': () => 'Write a text.',
    'too-short': ({ least, got }) => `Write at least ${least} characters; there are ${got}.`,
    'too-long': ({ most, got }) => `Write at most ${most} characters; there are ${got}.`,
    'not-a-choice': ({ got }) => `Choose one of the answers; “${got}” is none of them.`,
    'not-yes-or-no': ({ got }) => `Answer yes or no; “${got}” is neither.`,
    'not-a-number': ({ got }) => `Write a number; “${got}” is not one.`,
    'not-minutes': ({ got }) => `Write a whole number of minutes; “${got}” is not one.`,
    'too-small': ({ least, got }) => `The least is ${least}; ${got} is less.`,
    'too-big': ({ most, got }) => `The most is ${most}; ${got} is more.`,
    'not-a-phone': () => 'Write a phone number; this cannot be one.',
    'not-a-date': ({ got }) => `Write a date as year-month-day, 2027-02-28; “${got}” is not one.`,
    'no-such-day': ({ got }) => `The calendar does not have the day “${got}”.`,
    'not-a-time': ({ got }) => `Write a time as hours:minutes, 09:30; “${got}” is not one.`,
    'time-needed': () => 'A date needs a time: write when to call on that day.',
    'nothing-keyed': () => 'No key was pressed.',
    'not-a-key': ({ got, keys }) => `Press one of ${keys.join(', ')}; “${got}” is none of them.`,
    'not-day-and-month': ({ got }) =>
      `Key two digits for the day and two for the month; “${got}” is not a date.`,
    'not-hours-and-minutes': ({ got }) =>
      `Key two digits for the hours and two for the minutes; “${got}” is not a time.`,
  },
  ru: {
    required: () => 'Здесь нужен ответ.',
    'not-asked': () => 'Этого здесь не спрашивают.',
    'not-a-text': () => 'Введите текст.',
    'too-short': ({ least, got }) => `Наименьшее число знаков — ${least}, введено ${got}.`,
    'too-long': ({ most, got }) => `Наибольшее число знаков — ${most}, введено ${got}.`,
    'not-a-choice': ({ got }) => `Выберите один из ответов; «${got}» среди них нет.`,
    'not-yes-or-no': ({ got }) => `Ответьте «да» или «нет»; «${got}» — ни то ни другое.`,
    'not-a-number': ({ got }) => `Введите число; «${got}» — не число.`,
    'not-minutes': ({ got }) => `Введите целое число минут; «${got}» не подходит.`,
    'too-small': ({ least, got }) => `Наименьшее значение — ${least}; ${got} меньше.`,
    'too-big': ({ most, got }) => `Наибольшее значение — ${most}; ${got} больше.`,
    'not-a-phone': () => 'Введите номер телефона; такого номера быть не может.',
    'not-a-date': ({ got }) => `Введите дату как год-месяц-день, 2027-02-28; «${got}» — не дата.`,
    'no-such-day': ({ got }) => `Дня «${got}» в календаре нет.`,
    'not-a-time': ({ got }) => `Введите время как часы:минуты, 09:30; «${got}» — не время.`,
    'time-needed': () => 'К дате нужно время: укажите, когда позвонить в этот день.',
    'nothing-keyed': () => 'Ни одна клавиша не нажата.',
    'not-a-key': ({ got, keys }) =>
      `Нажмите одну из клавиш ${keys.join(', ')}; «${got}» среди них нет.`,
    'not-day-and-month': ({ got }) =>
      `Наберите две цифры дня и две цифры месяца; «${got}» — не дата.`,
    'not-hours-and-minutes': ({ got }) =>
      `Наберите две цифры часов и две цифры минут; «${got}» — не время.`,
  },
};

/** One sentence: what is expected, and what came. */
export function fieldProblemText(problem: FieldProblem, language: Language): string {
  return phraseOf(phrases, problem, language);
}
