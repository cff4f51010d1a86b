import {
  type Attempt,
  isNotReached,
  isOperatorGone,
  isReached,
  type LegEnd,
  type NotReachedCause,
  type Outcome,
  type Settled,
} from './attempt.ts';
import { type Instant, minute, second, upToWholeSecond } from './instant.ts';
import { zoneOf } from './may-dial.ts';
import { type Columns, Status, textOf } from './row.ts';
import type { RowChange } from './row-change.ts';
import { takenFields } from './taken-fields.ts';
import type { Task } from './task.ts';

/**
 * What became of the attempt, or undefined while that is open.
 *
 * Proof of *reached* settles as soon as the talk is over. *Not reached* settles when every leg
 * that may exist is known to have ended: a phone that still rings may still be answered.
 */
export function outcomeOf(attempt: Attempt): Outcome | undefined {
  return attempt.facts.dialling === undefined ? beforeDialling(attempt) : afterDialling(attempt);
}

function beforeDialling(attempt: Attempt): Outcome | undefined {
  const { facts } = attempt;
  if (!isOperatorGone(attempt)) return undefined;
  if (facts.operatorDeferred) return 'operator-deferred';
  if (facts.withdrawn) return 'withdrawn';
  if (facts.operatorEnded) return operatorOutcome[facts.operatorEnded.as];
  return facts.submissionRefused ? 'refused' : 'never-sent';
}

/** `completed` without a customer dialled: nobody pressed the key, a voicemail perhaps. */
const operatorOutcome: Record<LegEnd, Outcome> = {
  busy: 'operator-busy',
  'no-answer': 'operator-no-answer',
  failed: 'operator-failed',
  canceled: 'operator-no-answer',
  completed: 'operator-not-ready',
};

function afterDialling(attempt: Attempt): Outcome | undefined {
  const { facts } = attempt;
  const customerGone = facts.customerEnded !== undefined || facts.customerAbsent !== undefined;
  if (isReached(attempt)) {
    return customerGone || isOperatorGone(attempt) ? 'reached' : undefined;
  }
  if (!customerGone || !isOperatorGone(attempt)) return undefined;
  return facts.customerEnded ? causeOf(attempt, facts.customerEnded.as) : 'no-customer-leg';
}

function causeOf({ facts }: Attempt, as: LegEnd): NotReachedCause {
  if (facts.abandoned || as === 'canceled') return 'customer-abandoned';
  switch (as) {
    case 'busy':
      return 'customer-busy';
    case 'no-answer':
      return 'customer-no-answer';
    case 'failed':
    case 'completed': // only an answered leg completes, so that is settled as reached before
      return 'customer-failed';
    default:
      return as satisfies never;
  }
}

export interface SettlementContext {
  task: Task;
  at: Instant;
  /** Customer attempts that the promise has used before this one. */
  budgetUsed: number;
}

/** What follows from an outcome: when the row is due again, or how it ends. */
export function settle(attempt: Attempt, outcome: Outcome, context: SettlementContext): Settled {
  if (outcome === 'reached') return afterTalk(attempt);
  if (attempt.laterDueAt !== undefined) return { outcome, nextDueAt: attempt.laterDueAt };
  if (isNotReached(outcome) && context.budgetUsed + 1 >= context.task.maxAttempts) {
    return { outcome, status: Status.attemptsUsedUp };
  }
  const { withdrawn } = attempt.facts;
  if (outcome === 'withdrawn' && withdrawn?.reason === 'may-not-be-called' && !withdrawn.nextAt) {
    return { outcome, status: Status.mayNotBeCalled };
  }
  const retryAt = upToWholeSecond(retryOf(attempt, outcome, context));
  return { outcome, nextDueAt: notBeforePromise(attempt, retryAt) };
}

function afterTalk(attempt: Attempt): Settled {
  const { laterDueAt } = attempt;
  if (laterDueAt !== undefined) return { outcome: 'reached', nextDueAt: laterDueAt };
  return attempt.servesPromise
    ? { outcome: 'reached', status: Status.callbackSucceeded }
    : { outcome: 'reached', status: undefined };
}

/** A retry may come before the promised second, by a long ring ahead; the customer's phone may not. */
function notBeforePromise(attempt: Attempt, retryAt: Instant): Instant {
  return attempt.servesPromise ? Math.max(retryAt, attempt.dueAt) : retryAt;
}

function retryOf(attempt: Attempt, outcome: Outcome, { task, at }: SettlementContext): Instant {
  switch (outcome) {
    case 'customer-busy':
      return at + task.retrySeconds.busy * second;
    case 'customer-no-answer':
      return at + task.retrySeconds.noAnswer * second;
    case 'customer-failed':
      return at + task.retrySeconds.failed * second;
    case 'customer-abandoned':
      return at + task.retrySeconds.abandoned * second;
    case 'operator-deferred':
      return at + (attempt.facts.operatorDeferred?.minutes ?? 0) * minute;
    case 'withdrawn':
      return attempt.facts.withdrawn?.nextAt ?? at;
    case 'never-sent':
      return at;
    default:
      return at + task.operatorRetrySeconds * second;
  }
}

/** How the row shows a settlement; one that late proof has corrected, as if he had been reached. */
export function rowAfter(
  attempt: Attempt,
  settled: Settled,
  { columns, task }: { columns: Columns; task: Task },
): RowChange {
  const valid = attempt.facts.corrected ? afterTalk(attempt) : settled;
  const { nextDueAt } = valid;
  if (nextDueAt === undefined) return ended(attempt, valid);
  const fields = takenFields(nextDueAt, textOf(columns.time_zone), zoneOf(columns, task));
  return { kind: 'order', dueAt: nextDueAt, fields, promisedAt: attempt.promisedAt };
}

function ended(attempt: Attempt, { status }: Settled): RowChange {
  if (status !== Status.mayNotBeCalled) return { kind: 'finish', status };
  const reason = attempt.facts.withdrawn?.reason ?? 'may-not-be-called';
  return { kind: 'finish', status, problem: `the number may not be called: ${reason}` };
}

/** When the operator may be rung again: he has wrap-up time if a customer was dialled for him. */
export function operatorFreeAt(attempt: Attempt, task: Task, at: Instant): Instant {
  const endedAt = attempt.facts.operatorEnded?.at ?? at;
  return attempt.facts.dialling === undefined ? endedAt : endedAt + task.wrapUpSeconds * second;
}
