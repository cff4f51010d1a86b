import type { FieldProblem } from '../../../domain/script/fields/field-problem.ts';
import type { QuestionPhraseBook } from './question-phrase-book.ts';

const weekdays = [
  'понедельник',
  'вторник',
  'среда',
  'четверг',
  'пятница',
  'суббота',
  'воскресенье',
] as const;

/** When: on which weekday. */
const onWeekdays = [
  'в понедельник',
  'во вторник',
  'в среду',
  'в четверг',
  'в пятницу',
  'в субботу',
  'в воскресенье',
] as const;

const minuteForms: Partial<Record<Intl.LDMLPluralRule, string>> = {
  one: 'минута',
  few: 'минуты',
  many: 'минут',
};

const plural = new Intl.PluralRules('ru');

export const russianQuestions: QuestionPhraseBook = {
  option: (key, label) => `${label}: нажмите ${key}.`,
  keying: {
    minutes: 'Введите число минут и нажмите решётку.',
    number: 'Введите число и нажмите решётку. Вместо запятой — звёздочка.',
    phone: 'Введите номер телефона и нажмите решётку.',
    date: 'Введите две цифры дня, две цифры месяца и нажмите решётку.',
    time: 'Введите две цифры часов, две цифры минут и нажмите решётку.',
  },
  skipByKey: 'Чтобы пропустить, нажмите звёздочку.',
  skipByKeys: 'Чтобы пропустить, нажмите звёздочку и решётку.',
  entered: (value) => `Вы ввели: ${value}. Если верно, нажмите 1, чтобы ввести снова — 2.`,
  problem: problemText,
  notThen: (moment, next) =>
    next === undefined
      ? `Звонить абоненту ${moment} нельзя, позже тоже.`
      : `Звонить абоненту ${moment} нельзя. Ближайшее возможное время — ${next}.`,
  past: 'Это время уже прошло.',
  never: 'Этому абоненту больше звонить нельзя.',
  notPossible: 'Назначить звонок этому абоненту нельзя.',
  stored: 'Ответы сохранены. До свидания.',
  promised: (moment) => `Абоненту позвонят снова ${moment}. До свидания.`,
  promisedElsewhere: (moment) => `Абоненту позвонят снова ${moment} по его времени. До свидания.`,
  minutes: (minutes) => `${minutes} ${minuteForms[plural.select(minutes)] ?? 'минут'}`,
  date: ({ weekday, dayAndMonth, year }) =>
    `${weekdays[weekday - 1] ?? ''}, ${dayAndMonth} ${year} года`,
  moment: (time, day) =>
    day === undefined
      ? `сегодня в ${time}`
      : `${onWeekdays[day.weekday - 1] ?? ''}, ${day.dayAndMonth}, в ${time}`,
};

function problemText(problem: FieldProblem): string {
  switch (problem.code) {
    case 'nothing-keyed':
      return 'Ни одна клавиша не нажата.';
    case 'required':
      return 'Этот вопрос пропустить нельзя.';
    case 'time-needed':
      return 'К дате нужно время.';
    case 'not-a-key':
      return 'Такого ответа нет.';
    case 'too-small':
      return `Наименьшее значение — ${problem.least}.`;
    case 'too-big':
      return `Наибольшее значение — ${problem.most}.`;
    case 'not-a-phone':
      return 'Такого номера телефона быть не может.';
    case 'no-such-day':
      return 'Такого дня в календаре нет.';
    case 'not-day-and-month':
      return 'Это не день и месяц.';
    case 'not-hours-and-minutes':
      return 'Это не время.';
    case 'not-minutes':
      return 'Это не целое число минут.';
    default:
      return 'Так не получится.';
  }
}
