import type { FieldProblem } from '../../../domain/script/fields/field-problem.ts';
import type { QuestionPhraseBook } from './question-phrase-book.ts';

const weekdays = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

export const englishQuestions: QuestionPhraseBook = {
  option: (key, label) => `Press ${key} for: ${label}.`,
  keying: {
    minutes: 'Enter the minutes, and press hash.',
    number: 'Enter the number, with star for the point, and press hash.',
    phone: 'Enter the phone number, and press hash.',
    date: 'Enter two digits for the day and two for the month, and press hash.',
    time: 'Enter two digits for the hours and two for the minutes, and press hash.',
  },
  skipByKey: 'To skip this, press star.',
  skipByKeys: 'To skip this, press star and hash.',
  entered: (value) => `You entered: ${value}. Press 1 if that is right, 2 to enter it again.`,
  problem: problemText,
  notThen: (moment, next) =>
    next === undefined
      ? `The customer may not be called ${moment}, nor later.`
      : `The customer may not be called ${moment}. The next possible time is ${next}.`,
  past: 'That time is past.',
  never: 'This customer may not be called again.',
  notPossible: 'A call cannot be promised to this customer.',
  stored: 'The answers are stored. Goodbye.',
  promised: (moment) => `The customer will be called again ${moment}. Goodbye.`,
  promisedElsewhere: (moment) =>
    `The customer will be called again ${moment}, by the customer’s clock. Goodbye.`,
  minutes: (minutes) => (minutes === 1 ? '1 minute' : `${minutes} minutes`),
  date: ({ weekday, dayAndMonth, year }) => `${nameOf(weekday)}, ${dayAndMonth} ${year}`,
  moment: (time, day) =>
    day === undefined
      ? `today at ${time}`
      : `on ${nameOf(day.weekday)}, ${day.dayAndMonth}, at ${time}`,
};

function nameOf(weekday: number): string {
  return weekdays[weekday - 1] ?? '';
}

function problemText(problem: FieldProblem): string {
  switch (problem.code) {
    case 'nothing-keyed':
      return 'No key was pressed.';
    case 'required':
      return 'This cannot be skipped.';
    case 'time-needed':
      return 'A date needs a time.';
    case 'not-a-key':
      return `This key is not one of the answers.`;
    case 'too-small':
      return `The least is ${problem.least}.`;
    case 'too-big':
      return `The most is ${problem.most}.`;
    case 'not-a-phone':
      return 'This cannot be a phone number.';
    case 'no-such-day':
      return 'The calendar has no such day.';
    case 'not-day-and-month':
      return 'This is not a day and a month.';
    case 'not-hours-and-minutes':
      return 'This is not a time.';
    case 'not-minutes':
      return 'This is not a whole number of minutes.';
    default:
      return 'That was not right.';
  }
}
