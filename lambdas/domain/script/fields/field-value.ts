import type { ChoiceField, Field, MinutesField, NumberField, TextField, Value } from '../script.ts';
import { isCalendarDay } from './calendar-date.ts';
import type { FieldProblem } from './field-problem.ts';

/** What reading an answer needs to know of the world. */
export interface AnswerContext {
  /** Whether the text can be a phone number in the task's country: the knowledge is a heavy one. */
  isPhone(text: string): boolean;
}

/** A value, a problem, or neither: nothing was answered. */
export type Reading = { value: Value } | { problem: FieldProblem } | { value?: never };

/** Reads one answer, as a form or the keypad gives it. Reading a value again gives the same value. */
export function readValue(field: Field, given: unknown, context: AnswerContext): Reading {
  const trimmed = typeof given === 'string' ? given.trim() : given;
  if (trimmed === undefined || trimmed === null || trimmed === '') {
    return field.required === true ? { problem: { code: 'required' } } : {};
  }
  return readPresent(field, trimmed, context);
}

function readPresent(field: Field, given: unknown, context: AnswerContext): Reading {
  switch (field.type) {
    case 'text':
    case 'long-text':
      return readText(field, given);
    case 'choice':
      return readChoice(field, given);
    case 'yes-no':
    case 'do-not-call':
    case 'voicemail':
      return readYesNo(given);
    case 'number':
    case 'minutes':
      return readNumber(field, given);
    case 'phone':
      return readPhone(given, context);
    case 'date':
      return readDate(given);
    case 'time':
      return readTime(given);
    default:
      return field satisfies never;
  }
}

/** The bounds that a field has without setting any: of a text's length, of a number's size. */
const widest = {
  text: [1, 500],
  'long-text': [1, 2000],
  number: [0, 999_999_999_999],
  minutes: [0, 525_600],
} as const;

export function boundsOf(field: TextField | NumberField | MinutesField): [number, number] {
  const [least, most] = widest[field.type];
  return [field.min ?? least, field.max ?? most];
}

function readText(field: TextField, given: unknown): Reading {
  if (typeof given !== 'string') return { problem: { code: 'not-a-text' } };
  const got = given.length;
  const [least, most] = boundsOf(field);
  if (got < least) return { problem: { code: 'too-short', least, got } };
  if (got > most) return { problem: { code: 'too-long', most, got } };
  return { value: given };
}

function readChoice(field: ChoiceField, given: unknown): Reading {
  const found = field.choices.find(({ value }) => value === given);
  if (found !== undefined) return { value: found.value };
  return { problem: { code: 'not-a-choice', got: shown(given) } };
}

function readYesNo(given: unknown): Reading {
  if (typeof given === 'boolean') return { value: given };
  if (given === 'true' || given === 'yes') return { value: true };
  if (given === 'false' || given === 'no') return { value: false };
  return { problem: { code: 'not-yes-or-no', got: shown(given) } };
}

/** People write `1,5` as well as `1.5`. */
function readNumber(field: NumberField | MinutesField, given: unknown): Reading {
  const text = typeof given === 'number' ? String(given) : given;
  const isNumber = typeof text === 'string' && /^-?\d{1,15}([.,]\d{1,9})?$/.test(text);
  const got = isNumber ? Number(text.replace(',', '.')) : Number.NaN;
  if (field.type === 'minutes' && !Number.isInteger(got)) {
    return { problem: { code: 'not-minutes', got: shown(given) } };
  }
  if (Number.isNaN(got)) return { problem: { code: 'not-a-number', got: shown(given) } };
  const [least, most] = boundsOf(field);
  if (got < least) return { problem: { code: 'too-small', least, got } };
  if (got > most) return { problem: { code: 'too-big', most, got } };
  // Minus zero is stored as zero, and would not equal itself.
  return { value: got + 0 };
}

function readPhone(given: unknown, { isPhone }: AnswerContext): Reading {
  if (typeof given === 'string' && given.length <= 40 && isPhone(given)) return { value: given };
  return { problem: { code: 'not-a-phone' } };
}

function readDate(given: unknown): Reading {
  if (typeof given !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(given)) {
    return { problem: { code: 'not-a-date', got: shown(given) } };
  }
  if (!isCalendarDay(given)) return { problem: { code: 'no-such-day', got: given } };
  return { value: given };
}

function readTime(given: unknown): Reading {
  const isTime = typeof given === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(given);
  return isTime ? { value: given } : { problem: { code: 'not-a-time', got: shown(given) } };
}

function shown(given: unknown): string {
  const text = typeof given === 'string' ? given : (JSON.stringify(given) ?? String(given));
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
