import { type Attempt, isReached, lastOutcome } from '../attempt/attempt.ts';
import { ringAtOf } from '../attempt/dial-timing.ts';
import { type Outcome, type OutcomeSide, outcomes } from '../attempt/outcomes.ts';
import { type Instant, second } from '../basics/instant.ts';
import type { Delay, OwnColumns } from '../row/row.ts';
import type { Task } from '../task/task.ts';

/** What becomes of a promise on its way through tries: when it was first kept, or whose doing a delay is. */
export type PromiseCourse = Pick<OwnColumns, 'dialledAt' | 'delayedBy'>;

/** What a person who looks at a clock calls on time. */
export const onTimeWithin: number = second;

/**
 * When the customer's phone was first dialled for the promise. A call by hand long before the promise
 * does not count, unless the customer was reached: it is then kept before its time. Nor does a call
 * that was permitted and never made: the operator was gone, or the network refused it.
 *
 * @param outcome of an attempt that is being settled
 */
function firstDialledAt(
  { facts, promisedFor, ...attempt }: Attempt,
  outcome = lastOutcome({ facts }),
): Instant | undefined {
  if (attempt.firstDialledAt !== undefined) return attempt.firstDialledAt;
  if (outcome === 'no-customer-leg') return undefined;
  const at = facts.dialling?.at;
  const isForPromise = attempt.laterDueAt === undefined && promisedFor !== undefined;
  return at !== undefined && isForPromise && at >= promisedFor - onTimeWithin ? at : undefined;
}

/** How the attempt kept its promise, where it was the one to keep it. */
export interface Punctuality {
  /** From the promised second until the customer's phone was dialled, in milliseconds; absent where it never was. */
  lateMs?: number;
  /** Whose doing it is, where that is more than a second. */
  delayedBy?: Delay;
}

/**
 * Undefined where nobody promised a call, where an earlier attempt dialled the customer, and while a
 * later one still may: the promise counts once, dialled or not.
 */
export function punctualityOf(
  attempt: Attempt,
  task: Pick<Task, 'ringAheadSeconds'> | undefined,
): Punctuality | undefined {
  const { promisedFor, laterDueAt, firstDialledAt: before, facts } = attempt;
  if (promisedFor === undefined || laterDueAt !== undefined || before !== undefined)
    return undefined;
  const at = keptAt(attempt);
  if (at !== undefined) {
    const lateMs = Math.max(0, at - promisedFor);
    return lateMs <= onTimeWithin ? { lateMs } : { lateMs, delayedBy: delayBefore(attempt, task) };
  }
  const isOver = facts.settled !== undefined && facts.settled.nextDueAt === undefined;
  if (!isOver || facts.settled.at <= promisedFor + onTimeWithin) return undefined;
  return { delayedBy: attempt.delayedBy ?? delayOf(facts.settled.outcome) };
}

/** A customer who called in, or was reached before the promised second, had no need to be dialled then. */
function keptAt(attempt: Attempt): Instant | undefined {
  const { facts } = attempt;
  const met = attempt.origin === 'inbound' ? facts.operatorReady : facts.dialling;
  return firstDialledAt(attempt) ?? (isReached(attempt) ? met?.at : undefined);
}

/**
 * The operator's call was sent late, which is ours (the account's calls per second among it: more can be
 * had), or the operator took their time, or the rest is ours.
 */
function delayBefore(
  { delayedBy, promisedFor, promisedAt, dueAt, claimedAt, facts }: Attempt,
  task: Pick<Task, 'ringAheadSeconds'> | undefined,
): Delay {
  if (delayedBy !== undefined) return delayedBy;
  const wantedAt = Math.max(task ? ringAtOf(dueAt, task) : dueAt, promisedAt);
  const isSentLate = (facts.submitting?.at ?? claimedAt) > wantedAt + onTimeWithin;
  const isReadyLate = (facts.operatorReady?.at ?? 0) > (promisedFor ?? dueAt);
  return isReadyLate && !isSentLate ? 'operators' : 'ours';
}

/** How a promise that an attempt did not end goes on, when its next try is at `nextDueAt`. */
export function courseOf(attempt: Attempt, outcome: Outcome, nextDueAt: Instant): PromiseCourse {
  if (attempt.laterDueAt !== undefined) return {};
  const dialledAt = firstDialledAt(attempt, outcome);
  if (dialledAt !== undefined) return { dialledAt, ...keptDelay(attempt) };
  const { promisedFor = nextDueAt } = attempt;
  const delayedBy = isSentAfter(attempt, promisedFor) ? 'ours' : delayOf(outcome);
  return courseAfter(attempt, { promisedFor, dueAt: nextDueAt, delayedBy });
}

/** The promise had passed before anybody was rung for it. */
function isSentAfter({ origin, facts }: Attempt, promisedFor: Instant): boolean {
  return origin === 'callback' && (facts.submitting?.at ?? 0) > promisedFor + onTimeWithin;
}

/** The first cause of a delay stays; there is none before the promise has passed. */
export function courseAfter(
  so: PromiseCourse,
  next: { promisedFor: Instant; dueAt: Instant; delayedBy?: Delay | undefined },
): PromiseCourse {
  if (so.dialledAt !== undefined) return { dialledAt: so.dialledAt, ...keptDelay(so) };
  if (so.delayedBy !== undefined) return keptDelay(so);
  const isLate = next.dueAt > next.promisedFor;
  return isLate && next.delayedBy !== undefined ? { delayedBy: next.delayedBy } : {};
}

function keptDelay({ delayedBy }: PromiseCourse): PromiseCourse {
  return delayedBy === undefined ? {} : { delayedBy };
}

/** Whose doing it is that a customer was not dialled. A call that the gate withdrew was the rules'. */
function delayOf(outcome: Outcome): Delay {
  return outcome === 'withdrawn' ? 'rules' : delayOfSide[outcomes[outcome].side];
}

const delayOfSide: Record<OutcomeSide, Delay> = {
  operator: 'operators',
  customer: 'customer',
  both: 'ours',
  neither: 'ours',
};
