import { type Instant, minute, toIso, upToWholeSecond } from './instant.ts';
import { isCalendarDate, isTimeZone, nextOccurrence, toInstant } from './local-time.ts';
import { toAddress, toE164 } from './phone-number.ts';
import {
  type Columns,
  isBarred,
  type OrderFields,
  type OwnColumns,
  orderFieldsOf,
  Status,
  sameFields,
  textOf,
} from './row.ts';
import { takenFields } from './taken-fields.ts';
import type { Task } from './task.ts';

/**
 * What a row orders. A row that was changed is judged once, at the instant of the write:
 *
 *   unchanged   it says what was last taken, or what was last refused
 *   taken       status 10 with a moment that makes sense: due then
 *   cleared     nothing is ordered: no status, 12, 13 or 14
 *   refused     it makes no sense; the writer's values stay, a sentence says why
 */
export type OrderVerdict =
  | { kind: 'unchanged' }
  | { kind: 'taken'; dueAt: Instant; fields: OrderFields }
  | { kind: 'cleared' }
  | { kind: 'refused'; problem: string; mark: string };

export interface RowUnderJudgement {
  columns: Columns;
  own: OwnColumns;
  /** The row's task, undefined when nobody created one of that name. */
  task: Task | undefined;
  written: WriteWindow;
}

/**
 * When a row was written, as far as that is known: a stream record tells the second, and of a write
 * that no record told of it is only known that it was not missed for long. *Past* is judged by the
 * earliest instant, minutes count from the latest: no promise is refused or kept early for our doubt.
 */
export interface WriteWindow {
  earliest: Instant;
  latest: Instant;
}

/** The most minutes that `callaftermin` may ask for: a year. */
const mostMinutes = 525_600;

export function judgeOrder(row: RowUnderJudgement): OrderVerdict {
  const fields = orderFieldsOf(row.columns);
  const mark = refusalMark(row.columns);
  if (row.own.refused === mark) return { kind: 'unchanged' };
  if (sameFields(fields, row.own.order) && isSettled(fields, row.own)) return { kind: 'unchanged' };
  const found = judgeFields(fields, row);
  return typeof found === 'string' ? { kind: 'refused', problem: found, mark } : found;
}

/** A row at 10 is settled only with a due instant; an outside writer may have dropped it. */
function isSettled(fields: OrderFields, own: OwnColumns): boolean {
  return Number(fields.status) !== Status.callAtPromise || own.dueAt !== undefined;
}

/** What a refusal was about: any of it put right makes the row be judged again. */
export function refusalMark(columns: Columns): string {
  const fields = orderFieldsOf(columns);
  return JSON.stringify([
    fields.status,
    fields.callaftermin,
    fields.date_callback,
    fields.time_callback,
    fields.time_zone,
    textOf(columns.tel),
    textOf(columns.operator_number),
  ]);
}

/** A verdict, or the sentence that says what is wrong. */
function judgeFields(fields: OrderFields, row: RowUnderJudgement): OrderVerdict | string {
  switch (fields.status === undefined ? undefined : Number(fields.status)) {
    case undefined:
    case Status.callbackSucceeded:
    case Status.attemptsUsedUp:
    case Status.mayNotBeCalled:
      return isBlank(row.own) ? { kind: 'unchanged' } : { kind: 'cleared' };
    case Status.callAtPromise:
      return judgePromise(fields, row);
    case Status.inService:
      return 'status 11 is set by the system while a call is on; write 10 to order a call, or remove status to cancel';
    default:
      return `status must be 10 (call at the promised time), 12, 13, 14 or empty, got ${quoted(fields.status)}`;
  }
}

function isBlank(own: OwnColumns): boolean {
  return own.order === undefined && own.dueAt === undefined && own.problem === undefined;
}

const barred =
  'status was 14: the number may not be called; remove status to lift that, then order the call';

function judgePromise(fields: OrderFields, row: RowUnderJudgement): OrderVerdict | string {
  if (row.task === undefined)
    return `there is no task ${quoted(textOf(row.columns.task))}; create it, then write the row again`;
  if (isBarred(row)) return barred;
  const problem = judgeNumbers(row.columns, row.task);
  if (problem !== undefined) return problem;
  const zone = fields.time_zone ?? row.task.timeZone;
  if (!isTimeZone(zone))
    return `time_zone must be an IANA name such as Europe/London, got ${quoted(zone)}`;
  const due = dueOf(fields, {
    order: row.own.order,
    zone,
    written: row.written,
  });
  if (typeof due === 'string') return due;
  const dueAt = upToWholeSecond(due);
  return {
    kind: 'taken',
    dueAt,
    fields: takenFields(dueAt, fields.time_zone, zone),
  };
}

function judgeNumbers(columns: Columns, task: Task): string | undefined {
  const tel = textOf(columns.tel);
  if (tel === undefined) return 'tel is empty; write the phone number to call';
  if (toE164(tel, task.country) === undefined) {
    return `tel must be a phone number, with its country code or as dialled in ${task.country}; what it holds cannot be one`;
  }
  const operator = textOf(columns.operator_number);
  if (operator !== undefined && toAddress(operator, task.country) === undefined) {
    return 'operator_number must be a phone number, client:name or sip:user@domain; what it holds is none of these';
  }
  return undefined;
}

interface DueContext {
  order: OrderFields | undefined;
  zone: string;
  written: WriteWindow;
}

/** Minutes, when they were changed, win over date and time (the recipe's rule). */
function dueOf(fields: OrderFields, context: DueContext): Instant | string {
  const minutes = fields.callaftermin;
  if (minutes !== undefined && minutes !== context.order?.callaftermin) {
    return dueInMinutes(minutes, context.written);
  }
  return dueAtPair(fields, context);
}

function dueInMinutes(given: string, { latest }: WriteWindow): Instant | string {
  if (/^\d+(\.0*)?$/.test(given) && Number(given) <= mostMinutes) {
    return latest + Number(given) * minute;
  }
  return `callaftermin must be a whole number of minutes, 0–${mostMinutes}, got ${quoted(given)}`;
}

function dueAtPair(fields: OrderFields, { zone, written }: DueContext): Instant | string {
  const pair = readPair(fields);
  if (typeof pair === 'string') return pair;
  if (pair.date === undefined) return nextOccurrence(pair.time, zone, written.latest);
  const due = toInstant({ date: pair.date, time: pair.time }, zone);
  if (due >= written.earliest) return due;
  return `the promised moment ${pair.date} ${pair.time} (${zone}) was past at ${toIso(written.latest)}; write a later one`;
}

interface Pair {
  date: string | undefined;
  time: string;
}

function readPair(fields: OrderFields): Pair | string {
  if (fields.date_callback === undefined && fields.time_callback === undefined) {
    return 'status is 10 but nothing says when to call: write callaftermin, or date_callback and time_callback';
  }
  const date = readMoment('date_callback', fields.date_callback);
  const time = readMoment('time_callback', fields.time_callback);
  if (typeof date === 'string') return date;
  if (typeof time === 'string') return time;
  const clock = time.time ?? (date.time === '00:00:00' ? undefined : date.time);
  if (clock === undefined) {
    return `date_callback is ${quoted(fields.date_callback)} but time_callback is empty: write the time as HH:mm`;
  }
  return { date: date.date ?? meaningful(time.date), time: clock };
}

/** SQL's and Excel's day zero: what a datetime that is only a time carries as its date. */
function meaningful(date: string | undefined): string | undefined {
  return date === undefined || date < '1901' ? undefined : date;
}

interface Moment {
  date?: string;
  time?: string;
}

const momentPattern =
  /^(?:(\d{4}-\d{2}-\d{2})(?:[T ]|$))?(?:(\d{1,2}):([0-5]\d)(?::([0-5]\d(?:[.,]\d{1,9})?))?)?$/;

/** Reads `YYYY-MM-DD`, `HH:mm[:ss]` or an SQL datetime, which is both. */
function readMoment(column: 'date_callback' | 'time_callback', given?: string): Moment | string {
  if (given === undefined) return {};
  const found = momentPattern.exec(given);
  const [, date, hours, minutes, seconds] = found ?? [];
  const wanted = column === 'date_callback' ? 'YYYY-MM-DD' : 'HH:mm or HH:mm:ss';
  const needed = column === 'date_callback' ? date : hours;
  if (needed === undefined || Number(hours ?? 0) > 23) {
    return `${column} must be ${wanted} in the row's time zone, got ${quoted(given)}`;
  }
  if (date !== undefined && !isCalendarDate(date)) {
    return `${column} is ${quoted(given)}, a day that the calendar does not have`;
  }
  const moment: Moment = {};
  if (date !== undefined) moment.date = date;
  if (hours !== undefined) moment.time = `${hours.padStart(2, '0')}:${minutes}:${exact(seconds)}`;
  return moment;
}

/** SQL writes a fraction of a second; it is dropped only where it is nothing. */
function exact(seconds = '00'): string {
  return seconds.replace(',', '.').replace(/\.0+$/, '');
}

/** Long values are cut: a sentence shall stay one. */
function quoted(value: string | undefined): string {
  const text = value ?? '';
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
}
