import { type Instant, minute, upToWholeSecond } from '../basics/instant.ts';
import { isCalendarDate, nextOccurrence, toInstant } from '../basics/local-time.ts';
import { toAddress, toE164 } from '../basics/phone-number.ts';
import { isTimeZone } from '../basics/time-zone.ts';
import { orderFieldsFor } from '../row/order-fields-for.ts';
import {
  type Columns,
  isBarred,
  type OrderFields,
  type OwnColumns,
  orderFieldsOf,
  Status,
  sameFields,
  textOf,
} from '../row/row.ts';
import type { Task } from '../task/task.ts';
import type { MomentColumn, OrderProblem } from './order-problem.ts';

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
  | { kind: 'refused'; problem: OrderProblem; mark: string };

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
  return isProblem(found) ? { kind: 'refused', problem: found, mark } : found;
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

function isProblem(found: object): found is OrderProblem {
  return 'code' in found;
}

/** A verdict, or what is wrong. */
function judgeFields(fields: OrderFields, row: RowUnderJudgement): OrderVerdict | OrderProblem {
  switch (fields.status === undefined ? undefined : Number(fields.status)) {
    case undefined:
    case Status.callbackSucceeded:
    case Status.attemptsUsedUp:
    case Status.mayNotBeCalled:
      return isBlank(row.own) ? { kind: 'unchanged' } : { kind: 'cleared' };
    case Status.callAtPromise:
      return judgePromise(fields, row);
    case Status.inService:
      return { code: 'in-service' };
    default:
      return { code: 'unknown-status', got: fields.status ?? '' };
  }
}

function isBlank(own: OwnColumns): boolean {
  return own.order === undefined && own.dueAt === undefined && own.problem === undefined;
}

function judgePromise(fields: OrderFields, row: RowUnderJudgement): OrderVerdict | OrderProblem {
  if (row.task === undefined) return { code: 'no-task', task: textOf(row.columns.task) ?? '' };
  if (isBarred(row)) return { code: 'barred' };
  const problem = judgeNumbers(row.columns, row.task);
  if (problem !== undefined) return problem;
  const zone = fields.time_zone ?? row.task.timeZone;
  if (!isTimeZone(zone)) return { code: 'not-a-zone', got: zone };
  const due = dueOf(fields, {
    order: row.own.order,
    zone,
    written: row.written,
  });
  if (typeof due !== 'number') return due;
  const dueAt = upToWholeSecond(due);
  return {
    kind: 'taken',
    dueAt,
    fields: orderFieldsFor(dueAt, fields.time_zone, zone),
  };
}

function judgeNumbers(columns: Columns, task: Task): OrderProblem | undefined {
  const tel = textOf(columns.tel);
  if (tel === undefined) return { code: 'no-tel' };
  if (toE164(tel, task.country) === undefined) {
    return { code: 'not-a-phone', country: task.country };
  }
  const operator = textOf(columns.operator_number);
  if (operator !== undefined && toAddress(operator, task.country) === undefined) {
    return { code: 'not-an-address' };
  }
  return undefined;
}

interface DueContext {
  order: OrderFields | undefined;
  zone: string;
  written: WriteWindow;
}

/** Minutes, when they were changed, win over date and time (the recipe's rule). */
function dueOf(fields: OrderFields, context: DueContext): Instant | OrderProblem {
  const minutes = fields.callaftermin;
  if (minutes !== undefined && minutes !== context.order?.callaftermin) {
    return dueInMinutes(minutes, context.written);
  }
  return dueAtPair(fields, context);
}

function dueInMinutes(given: string, { latest }: WriteWindow): Instant | OrderProblem {
  if (/^\d+(\.0*)?$/.test(given) && Number(given) <= mostMinutes) {
    return latest + Number(given) * minute;
  }
  return { code: 'not-minutes', most: mostMinutes, got: given };
}

function dueAtPair(fields: OrderFields, { zone, written }: DueContext): Instant | OrderProblem {
  const pair = readPair(fields);
  if (isProblem(pair)) return pair;
  const { date, time } = pair;
  if (date === undefined) return nextOccurrence(time, zone, written.latest);
  const due = toInstant({ date, time }, zone);
  if (due >= written.earliest) return due;
  return { code: 'past', date, time, zone, at: written.latest };
}

interface Pair {
  date: string | undefined;
  time: string;
}

function readPair(fields: OrderFields): Pair | OrderProblem {
  if (fields.date_callback === undefined && fields.time_callback === undefined) {
    return { code: 'no-moment' };
  }
  const date = readMoment('date_callback', fields.date_callback);
  const time = readMoment('time_callback', fields.time_callback);
  if (isProblem(date)) return date;
  if (isProblem(time)) return time;
  const clock = time.time ?? (date.time === '00:00:00' ? undefined : date.time);
  if (clock === undefined) {
    return { code: 'no-time', date: fields.date_callback ?? '' };
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
function readMoment(column: MomentColumn, given?: string): Moment | OrderProblem {
  if (given === undefined) return {};
  const found = momentPattern.exec(given);
  const [, date, hours, minutes, seconds] = found ?? [];
  const needed = column === 'date_callback' ? date : hours;
  if (needed === undefined || Number(hours ?? 0) > 23) {
    return { code: 'misread', column, got: given };
  }
  if (date !== undefined && !isCalendarDate(date)) {
    return { code: 'no-such-day', column, got: given };
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
