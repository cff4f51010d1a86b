import { fingerprint } from '../basics/fingerprint.ts';
import { type Instant, minute, second, upToWholeSecond } from '../basics/instant.ts';
import { nextOccurrence, toInstant, toLocalTime, yearsAfter } from '../basics/local-time.ts';
import { toAddress } from '../basics/phone-number.ts';
import { isTimeZone } from '../basics/time-zone.ts';
import { orderFieldsFor } from '../row/order-fields-for.ts';
import {
  asksForCall,
  type Columns,
  isDoNotCall,
  isOrderTaken,
  type OrderFields,
  type OwnColumns,
  orderFieldsOf,
  type Row,
  Status,
  statusOf,
  textOf,
} from '../row/row.ts';
import type { Task } from '../task/task.ts';
import { isTaskId } from '../task/task-id.ts';
import { taskZone } from '../task/task-zone.ts';
import { type Pair, readPair } from './order-moment.ts';
import type { OrderProblem } from './order-problem.ts';
import { lengthProblem, limitProblem } from './row-limits.ts';
import { telProblem } from './tel-problem.ts';

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

export interface RowUnderJudgement extends Row {
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
  /** No record tells of what stands in the row, or it tells of another write than that of the order. */
  isUntold?: true;
}

/** The most minutes that `callaftermin` may ask for: a year. */
const mostMinutes = 525_600;

/** How far ahead a date may be. */
const mostYears = 5;

export function judgeOrder(row: RowUnderJudgement): OrderVerdict {
  const fields = orderFieldsOf(row.columns);
  const mark = orderMark(row.columns);
  if (isRefused(row.own, mark)) return { kind: 'unchanged' };
  const limit = limitProblem(row.columns);
  if (limit !== undefined) return { kind: 'refused', problem: limit, mark };
  if (isOrderTaken(row) && isSettled(row)) return { kind: 'unchanged' };
  const found = judgeFields(fields, row);
  return isProblem(found) ? { kind: 'refused', problem: found, mark } : found;
}

/** Earlier releases kept what the mark stands for. */
function isRefused({ refused }: OwnColumns, mark: string): boolean {
  return refused !== undefined && (refused === mark || fingerprint(refused) === mark);
}

/** A row at 10 is settled only with a due instant; an outside writer may have dropped it. */
function isSettled(row: Row): boolean {
  return !asksForCall(row) || row.own.dueAt !== undefined;
}

/** Stands for what was ordered, and for what a refusal was about: any of it changed makes the row be judged again. */
export function orderMark(columns: Columns): string {
  const fields = orderFieldsOf(columns);
  const order = [
    fields.status,
    fields.callaftermin,
    fields.date_callback,
    fields.time_callback,
    fields.time_zone,
    textOf(columns.tel),
    textOf(columns.operator_number),
  ];
  const limit = limitProblem(columns)?.code;
  return fingerprint(JSON.stringify(limit === undefined ? order : [...order, limit]));
}

function isProblem(found: object): found is OrderProblem {
  return 'code' in found;
}

/** A verdict, or what is wrong. */
function judgeFields(fields: OrderFields, row: RowUnderJudgement): OrderVerdict | OrderProblem {
  switch (statusOf(row)) {
    case undefined:
    case Status.callbackSucceeded:
    case Status.attemptsUsedUp:
    case Status.doNotCall:
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
  if (row.task === undefined) return taskProblem(textOf(row.columns.task) ?? '');
  if (isDoNotCall(row)) return { code: row.own.isBarredByNumber ? 'number-barred' : 'barred' };
  const problem = lengthProblem(row.columns) ?? judgeNumbers(row.columns, row.task);
  if (problem !== undefined) return problem;
  const named = fields.time_zone;
  if (named !== undefined && !isTimeZone(named)) return { code: 'not-a-zone', got: named };
  const zone = named ?? taskZone(row.task);
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

function taskProblem(task: string): OrderProblem {
  return isTaskId(task) ? { code: 'no-task', task } : { code: 'not-a-task-id', got: task };
}

function judgeNumbers(columns: Columns, task: Task): OrderProblem | undefined {
  const tel = textOf(columns.tel);
  if (tel === undefined) return { code: 'no-tel' };
  const problem = telProblem(tel, task);
  if (problem !== undefined) return problem;
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

/** Minutes, when they were changed, win over date and time: lambdas/README.md#when-a-call-is-due. */
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
  const due = date === undefined ? undefined : toInstant({ date, time }, zone);
  if (due !== undefined && due > yearsAfter(written.latest, mostYears, zone)) {
    return { code: 'too-far', date: date ?? '', time, zone, years: mostYears };
  }
  if (due !== undefined && due >= written.earliest) return due;
  const now = runningMinute(pair, zone, written);
  if (now !== undefined) return now;
  if (date === undefined) return nextOccurrence(time, zone, written.latest);
  return { code: 'past', date, time, zone, at: written.latest };
}

/**
 * A clock time without seconds that names the minute in which it was written means now. Of a write
 * that no record told of, only the latest second is looked at: what came before is no more than doubt.
 */
function runningMinute(
  { date, time, namesMinute }: Pair,
  zone: string,
  { earliest, latest }: WriteWindow,
): Instant | undefined {
  if (!namesMinute) return undefined;
  const first = Math.max(earliest, latest - second);
  const at = [first, latest].find((instant) => {
    const local = toLocalTime(instant, zone);
    const isDay = date === undefined || local.date === date;
    return isDay && local.time.slice(0, 5) === time.slice(0, 5);
  });
  return at === undefined ? undefined : Math.max(first, Math.floor(at / minute) * minute);
}
