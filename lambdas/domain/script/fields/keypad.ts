import type { Localized } from '../../basics/localized.ts';
import type {
  ChoiceField,
  DoNotCallField,
  Field,
  Text,
  TextField,
  Value,
  VoicemailField,
  YesNoField,
} from '../script.ts';
import { type DayAndMonth, nextSuchDay } from './calendar-date.ts';
import type { FieldProblem } from './field-problem.ts';
import { type AnswerContext, readValue } from './field-value.ts';

/** How a telephone's keys answer a field. Texts cannot be keyed: they are passed over. */

export type SpokenField = Exclude<Field, TextField>;

export function isSpoken(field: Field): field is SpokenField {
  return field.type !== 'text' && field.type !== 'long-text';
}

export interface Keys {
  /** The most keys that an answer has. */
  most: number;
  /** Whether `#` ends it: the number of its keys is not known beforehand. */
  endsWithHash: boolean;
}

/** What to wait for. `*` alone passes over a question; within a number it is the decimal point. */
export function keysFor(field: SpokenField): Keys {
  return keys[field.type];
}

const keys: Record<SpokenField['type'], Keys> = {
  choice: { most: 1, endsWithHash: false },
  'yes-no': { most: 1, endsWithHash: false },
  'do-not-call': { most: 1, endsWithHash: false },
  voicemail: { most: 1, endsWithHash: false },
  minutes: { most: 6, endsWithHash: true },
  number: { most: 20, endsWithHash: true },
  phone: { most: 20, endsWithHash: true },
  date: { most: 8, endsWithHash: true },
  time: { most: 4, endsWithHash: true },
};

/** Whether what was keyed is read back to be confirmed: it is longer than the key of an option. */
export function isReadBack(field: SpokenField): boolean {
  return keysFor(field).endsWithHash;
}

export interface Option {
  key: string;
  value: Value;
  label: Text;
}

const yes: Option = { key: '1', value: true, label: { en: 'yes', ru: 'да' } satisfies Localized };
const no: Option = { key: '2', value: false, label: { en: 'no', ru: 'нет' } satisfies Localized };

/** A field that one key answers. */
export type OptionField = ChoiceField | YesNoField | DoNotCallField | VoicemailField;

export function hasOptions(field: SpokenField): field is OptionField {
  return !keysFor(field).endsWithHash;
}

/** The answers of a field that one key gives each. */
export function optionsOf(field: OptionField): Option[] {
  if (field.type !== 'choice') return [yes, no];
  return field.choices.map(({ key, value, label }, index) => ({
    key: key ?? String((index + 1) % 10),
    value,
    label,
  }));
}

export type Keyed = { kind: 'value'; value: Value } | { kind: 'skip' } | KeyingProblem;
interface KeyingProblem {
  kind: 'problem';
  problem: FieldProblem;
}

export interface KeypadContext extends AnswerContext {
  /** The day in the row's time zone, `YYYY-MM-DD`: a date without a year is the next such day. */
  today: string;
}

/** Reads the keys that were pressed, without the closing `#`. */
export function readDigits(field: SpokenField, digits: string, context: KeypadContext): Keyed {
  if (digits === '') return { kind: 'problem', problem: { code: 'nothing-keyed' } };
  if (digits === '*') return { kind: 'skip' };
  const given = textKeyed(field, digits, context);
  if (typeof given !== 'string') return { kind: 'problem', problem: given };
  const reading = readValue(field, given, context);
  if ('problem' in reading) return { kind: 'problem', problem: reading.problem };
  return reading.value === undefined ? { kind: 'skip' } : { kind: 'value', value: reading.value };
}

/** The answer as it would be written in a form. */
function textKeyed(
  field: SpokenField,
  digits: string,
  { today }: KeypadContext,
): string | FieldProblem {
  switch (field.type) {
    case 'choice':
    case 'yes-no':
    case 'do-not-call':
    case 'voicemail':
      return optionKeyed(field, digits);
    case 'number':
      return digits.replace('*', '.');
    case 'phone':
      return digits.includes('*') ? { code: 'not-a-phone' } : digits;
    case 'minutes':
      return digits;
    case 'date':
      return dateKeyed(digits, today);
    case 'time':
      return timeKeyed(digits);
    default:
      return field satisfies never;
  }
}

function optionKeyed(field: OptionField, key: string): string | FieldProblem {
  const options = optionsOf(field);
  const chosen = options.find((option) => option.key === key);
  if (chosen !== undefined) return String(chosen.value);
  return { code: 'not-a-key', got: key, keys: options.map((option) => option.key) };
}

function dateKeyed(digits: string, today: string): string | FieldProblem {
  const [, day, month, year] = /^(\d\d)(\d\d)(\d{4})?$/.exec(digits) ?? [];
  if (day === undefined || month === undefined) return { code: 'not-day-and-month', got: digits };
  if (year !== undefined) return `${year}-${month}-${day}`;
  return nextDay({ day, month }, today);
}

function nextDay(given: DayAndMonth, today: string): string | FieldProblem {
  return nextSuchDay(given, today) ?? { code: 'no-such-day', got: `${given.day}.${given.month}` };
}

/** Three digits have lost the leading nought: people key half past nine as 930. */
function timeKeyed(digits: string): string | FieldProblem {
  const problem: FieldProblem = { code: 'not-hours-and-minutes', got: digits };
  if (!/^\d{3,4}$/.test(digits)) return problem;
  const time = digits.padStart(4, '0');
  const isTime = Number(time.slice(0, 2)) < 24 && Number(time.slice(2)) < 60;
  return isTime ? `${time.slice(0, 2)}:${time.slice(2)}` : problem;
}
