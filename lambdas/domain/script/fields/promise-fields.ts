import type { Answers, Field, Script, Step, Value } from '../script.ts';
import type { FieldProblem } from './field-problem.ts';

/**
 * The fields that promise the next call. They are ordinary fields that write to the row's order
 * columns; the rule between them is the row's own: minutes win, and date and time are ignored.
 */
export type PromiseColumn = 'callaftermin' | 'date_callback' | 'time_callback';

/** The type of field that each column takes. */
export const promiseFieldTypes = {
  callaftermin: 'minutes',
  date_callback: 'date',
  time_callback: 'time',
} as const satisfies Record<PromiseColumn, Field['type']>;

export function promiseColumnOf({ column }: Field): PromiseColumn | undefined {
  const isPromise = column !== undefined && Object.hasOwn(promiseFieldTypes, column);
  return isPromise ? (column as PromiseColumn) : undefined;
}

export function promiseFieldsOf(script: Pick<Script, 'steps'>): Field[] {
  const fields = script.steps.flatMap((step) => step.fields);
  return fields.filter((field) => promiseColumnOf(field) !== undefined);
}

/** The step's fields that still count: date and time are not asked once minutes are answered. */
export function fieldsThatCount(step: Step, answers: Answers): Field[] {
  const minutes = fieldFor('callaftermin', step);
  if (minutes === undefined || answers[minutes.id] === undefined) return step.fields;
  return step.fields.filter((field) => field === minutes || promiseColumnOf(field) === undefined);
}

/** A date alone says no moment: its time must be answered too. */
export function promiseProblems(step: Step, answers: Answers): Record<string, FieldProblem> {
  const counting = { ...step, fields: fieldsThatCount(step, answers) };
  const [date, time] = [fieldFor('date_callback', counting), fieldFor('time_callback', counting)];
  if (date === undefined || time === undefined) return {};
  const isTimeMissing = answers[date.id] !== undefined && answers[time.id] === undefined;
  return isTimeMissing ? { [time.id]: { code: 'time-needed' } } : {};
}

function fieldFor(column: PromiseColumn, { fields }: Step): Field | undefined {
  return fields.find((field) => field.column === column);
}

/** The order of the next call, as the row takes it. */
export type Promised =
  | { callaftermin: number }
  | { date_callback?: string; time_callback: string }
  | { date_callback: string; time_callback?: string };

/** What the answers promise; undefined when they promise nothing. */
export function promiseOf(script: Script, answers: Answers): Promised | undefined {
  const given: Partial<Record<PromiseColumn, Value>> = {};
  for (const field of promiseFieldsOf(script)) {
    const value = answers[field.id];
    const column = promiseColumnOf(field);
    if (value !== undefined && column !== undefined) given[column] = value;
  }
  if (given.callaftermin !== undefined) return { callaftermin: Number(given.callaftermin) };
  return Object.keys(given).length === 0 ? undefined : (given as Promised);
}

/** What the answers write to the row's other columns. A field without an answer leaves its column. */
export function columnsOf(script: Script, answers: Answers): Record<string, Value> {
  const columns: Record<string, Value> = {};
  for (const field of script.steps.flatMap((step) => step.fields)) {
    const value = answers[field.id];
    if (field.column === undefined || value === undefined) continue;
    if (promiseColumnOf(field) === undefined) columns[field.column] = value;
  }
  return columns;
}
