import type { AttemptId } from '../attempt/attempt.ts';
import type { Outcome } from '../attempt/outcomes.ts';
import { hour, type Instant } from '../basics/instant.ts';
import type { Delay } from '../row/row.ts';
import { onTimeWithin } from '../settlement/promise-course.ts';
import type { OutcomeRecord } from '../views/outcome-record.ts';
import type { AnswerName } from './counted-answers.ts';
import { addUp } from './number-tree.ts';
import type { ReportDay } from './report-span.ts';

export type OutcomeCounts = Partial<Record<Outcome, number>>;

/** What attempts and promises come to. */
export interface Sums {
  outcomes: OutcomeCounts;
  talkSeconds: number;
  /** Promises whose customer was dialled within a second. */
  onTime: number;
  /** All others whose moment has come, dialled or not. */
  late: number;
  /** Whose doing the late ones are. */
  delays: Partial<Record<Delay, number>>;
}

/**
 * The sums of one day of a time zone: counts and nothing else, so that days are added by adding their
 * numbers. Instants are gone: a span of many days is read from these, never from its calls.
 */
export interface DaySums {
  /** By the hour of the day, from 0; the day on which clocks go back has 25. */
  hours: Record<string, Sums>;
  /** By their id; by the address where nobody registered it. */
  operators: Record<string, Sums>;
  /** How many were so many milliseconds late, as `lateness` rounds. */
  lateness: { customer: Record<string, number>; operator: Record<string, number> };
  answers: Record<AnswerName, number>;
}

/** A promise whose moment has come, and whose customer was not dialled: it waits, or was given up. */
export interface UndialledPromise {
  promisedFor: Instant;
  delayedBy?: Delay | undefined;
}

/** What days are counted from; what lies outside of a day does not count in it. */
export interface DayEvents {
  records: readonly OutcomeRecord[];
  undialled?: readonly UndialledPromise[];
  /** What was answered in the forms of attempts. */
  answers?: ReadonlyMap<AttemptId, readonly AnswerName[]>;
}

export const noSums: Sums = { outcomes: {}, talkSeconds: 0, onTime: 0, late: 0, delays: {} };

export const noDaySums: DaySums = {
  hours: {},
  operators: {},
  lateness: { customer: {}, operator: {} },
  answers: {},
};

export function countDay(
  { from, to }: Pick<ReportDay, 'from' | 'to'>,
  { records, undialled = [], answers }: DayEvents,
): DaySums {
  const isWithin = (at: Instant) => at >= from && at < to;
  const hourOf = (at: Instant) => Math.floor((at - from) / hour);
  const counted = records.filter(({ settledAt }) => isWithin(settledAt));
  const open = undialled.filter(({ promisedFor }) => isWithin(promisedFor));
  return addUp([
    noDaySums,
    ...counted.map((record) => sumsOf(record, hourOf(record.settledAt), answers)),
    ...open.map((promise) => lateAt(promise, hourOf(promise.promisedFor))),
  ]);
}

function sumsOf(record: OutcomeRecord, hourOfDay: number, answers: DayEvents['answers']): DaySums {
  const { operator, customerLateMs, operatorLateMs } = record;
  const sums = { ...noSums, ...promiseOf(record), ...talkOf(record) };
  const names = answers?.get(record.attempt) ?? [];
  return {
    hours: { [hourOfDay]: sums },
    operators: { [operator.id ?? operator.address]: sums },
    lateness: { customer: once(customerLateMs), operator: once(operatorLateMs) },
    answers: addUp(names.map((name) => ({ [name]: 1 }))),
  };
}

function talkOf({ outcome, talkSeconds }: OutcomeRecord): Pick<Sums, 'outcomes' | 'talkSeconds'> {
  return { outcomes: { [outcome]: 1 }, talkSeconds };
}

/** What nobody else is known to have delayed is ours. */
function promiseOf(record: OutcomeRecord): Partial<Sums> {
  const { customerLateMs, neverDialled, delayedBy = 'ours' } = record;
  if (neverDialled === undefined && customerLateMs === undefined) return {};
  const isLate = neverDialled !== undefined || (customerLateMs ?? 0) > onTimeWithin;
  return isLate ? { late: 1, delays: { [delayedBy]: 1 } } : { onTime: 1 };
}

function lateAt({ delayedBy = 'ours' }: UndialledPromise, hourOfDay: number): DaySums {
  const sums = { ...noSums, late: 1, delays: { [delayedBy]: 1 } };
  return { ...noDaySums, hours: { [hourOfDay]: sums } };
}

function once(milliseconds: number | undefined): Record<string, number> {
  return milliseconds === undefined ? {} : { [rounded(milliseconds)]: 1 };
}

/**
 * Up to a second as it is; above, to two digits, upwards: 1,234 is 1,300. No more values than that are
 * kept apart, and none comes out earlier than it was.
 */
function rounded(milliseconds: number): number {
  if (milliseconds <= 1000) return Math.ceil(milliseconds);
  const step = 10 ** (Math.floor(Math.log10(milliseconds)) - 1);
  return Math.ceil(milliseconds / step) * step;
}
