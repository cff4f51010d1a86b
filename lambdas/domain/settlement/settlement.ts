import { type Attempt, isOperatorMissed } from '../attempt/attempt.ts';
import { operatorRetryAt } from '../attempt/dial-timing.ts';
import type { Settled } from '../attempt/facts.ts';
import { operatorLock } from '../attempt/lock.ts';
import { isNotReached, type Outcome, outcomes } from '../attempt/outcomes.ts';
import { type Instant, minute, second, upToWholeSecond } from '../basics/instant.ts';
import { isGateReason } from '../gate/gate-reasons.ts';
import type { OrderProblem } from '../order/order-problem.ts';
import type { RowChange, Waiting } from '../order/row-change.ts';
import { orderFieldsFor } from '../row/order-fields-for.ts';
import { type Columns, type OwnColumns, orderFieldsOf, Status, sameFields } from '../row/row.ts';
import { ownZoneOf, zoneOf } from '../row/row-zone.ts';
import type { Task } from '../task/task.ts';
import { customerRetryAt, type RetryContext } from './customer-retry.ts';
import { courseOf } from './promise-course.ts';

/** What follows from an outcome: when the row is due again, or how it ends. */
export function settle(attempt: Attempt, outcome: Outcome, context: RetryContext): Settled {
  if (outcome === 'reached') return afterTalk(attempt);
  if (attempt.laterDueAt !== undefined) return { outcome, nextDueAt: attempt.laterDueAt };
  if (outcome === 'no-such-number' || isBudgetUp(outcome, context)) {
    return { outcome, status: Status.attemptsUsedUp };
  }
  if (isCalledOff(attempt, outcome)) return { outcome, status: attempt.formerStatus };
  const { withdrawn } = attempt.facts;
  if (outcome === 'withdrawn' && withdrawn?.reason === 'may-not-be-called' && !withdrawn.nextAt) {
    return { outcome, status: Status.doNotCall };
  }
  const retryAt = upToWholeSecond(retryOf(attempt, outcome, context));
  return { outcome, nextDueAt: notBeforePromise(attempt, retryAt) };
}

function isBudgetUp(outcome: Outcome, { budgetUsed, task }: RetryContext): boolean {
  return isNotReached(outcome) && budgetUsed + 1 >= task.maxAttempts;
}

/**
 * A call that nobody promised, and that the operator's side or the caller gave up before
 * the customer's phone rang, orders nothing.
 */
function isCalledOff({ origin, servesPromise, facts }: Attempt, outcome: Outcome): boolean {
  if (servesPromise || origin === 'callback') return false;
  const isOwnLeg = facts.submitting === undefined && outcomes[outcome].side === 'operator';
  if (origin === 'inbound' || isOwnLeg || outcome === 'operator-not-ready') return true;
  return outcome === 'withdrawn' && facts.withdrawn?.reason !== 'may-not-be-called';
}

/** How a settled attempt ended: one that late proof has corrected, as if the customer had been reached. */
export function endOf(attempt: Attempt): Settled | undefined {
  const { settled, corrected, voicemail } = attempt.facts;
  if (voicemail?.instead) return voicemail.instead;
  return settled && corrected ? afterTalk(attempt) : settled;
}

function afterTalk(attempt: Attempt): Settled {
  const { laterDueAt } = attempt;
  if (laterDueAt !== undefined) return { outcome: 'reached', nextDueAt: laterDueAt };
  return attempt.servesPromise
    ? { outcome: 'reached', status: Status.callbackSucceeded }
    : { outcome: 'reached', status: undefined };
}

/**
 * A retry may come before the promised second, by a long ring ahead or after a call that took the
 * promise over; the customer's phone may not: whoever was not reached is called when it was promised.
 */
function notBeforePromise(attempt: Attempt, retryAt: Instant): Instant {
  const { servesPromise, takenOverDueAt, dueAt } = attempt;
  return servesPromise ? Math.max(retryAt, takenOverDueAt ?? dueAt) : retryAt;
}

function retryOf(attempt: Attempt, outcome: Outcome, context: RetryContext): Instant {
  const { task, at } = context;
  if (isNotReached(outcome)) return customerRetryAt(attempt.id, outcome, context);
  if (isOperatorMissed(attempt, { outcome })) {
    return attempt.isForAnybody ? at : operatorRetryAt(at, waitsSince(attempt), task);
  }
  switch (outcome) {
    case 'operator-deferred':
      return at + (attempt.facts.operatorDeferred?.minutes ?? 0) * minute;
    case 'withdrawn':
      return attempt.facts.withdrawn?.nextAt ?? at;
    case 'no-customer-leg': // as long as the account is not put right, each try rings an operator in vain
      return operatorRetryAt(at, attempt.promisedFor ?? attempt.dueAt, task);
    case 'never-sent':
      return attempt.origin === 'inbound' ? at + task.operatorRetrySeconds * second : at;
    default:
      return at + task.operatorRetrySeconds * second;
  }
}

function waitsSince({ waitingSince, dueAt }: Attempt): Instant {
  return waitingSince ?? dueAt;
}

/** A writer who changes the order of a row that stays at 11 moves its call, if that withdrew the attempt. */
function movesCall({ facts, order }: Attempt, columns: Columns): boolean {
  if (facts.withdrawn?.reason !== 'moved' || facts.dialling) return false;
  const { status: _is, ...wanted } = orderFieldsOf(columns);
  const { status: _was, ...claimed } = order;
  return !sameFields(wanted, claimed);
}

/** Minutes, a date or a time that others wrote into the row since it was claimed. */
export function ordersAnother({ order }: Attempt, columns: Columns): boolean {
  const fields = orderFieldsOf(columns);
  return moments.some((name) => fields[name] !== undefined && fields[name] !== order[name]);
}

const moments = ['callaftermin', 'date_callback', 'time_callback'] as const;

/**
 * How the row shows a settlement; one that late proof has corrected, as if they had been reached. What
 * others ordered while the call was on stands: the row is then judged as any other.
 */
export function rowAfter(
  attempt: Attempt,
  settled: Settled,
  { columns, own, task }: { columns: Columns; own?: OwnColumns; task: Task },
): RowChange {
  const isBanned = settled.status === Status.doNotCall;
  const isMoved = settled.outcome === 'withdrawn' && movesCall(attempt, columns);
  if (isMoved || (ordersAnother(attempt, columns) && !isBanned)) {
    return { kind: 'reopen', taken: attempt.order, changedAt: own?.changedAt };
  }
  const valid = attempt.facts.corrected ? afterTalk(attempt) : settled;
  const { nextDueAt } = valid;
  if (nextDueAt === undefined) return ended(attempt, valid);
  const fields = orderFieldsFor(nextDueAt, ownZoneOf(columns), zoneOf(columns, task));
  const { promisedAt, promisedFor } = attempt;
  const course = courseOf(attempt, settled.outcome, nextDueAt);
  const waiting = waitingAfter(attempt, valid);
  const order = { kind: 'order', dueAt: nextDueAt, fields, promisedAt, promisedFor } as const;
  return { ...order, ...course, waiting, problem: problemAfter(attempt, valid) };
}

/** What a person must put right before the next try can be better than this one. */
function problemAfter({ facts }: Attempt, { outcome }: Settled): OrderProblem | undefined {
  const { code, sip } = facts.customerRefused ?? {};
  if (outcome === 'no-customer-leg') return { code: 'no-customer-leg', error: code };
  return outcome === 'no-such-number' ? { code: 'no-such-number', error: code, sip } : undefined;
}

/** A promise that no operator took keeps its place among those who wait. */
function waitingAfter(attempt: Attempt, settled: Settled): Waiting | undefined {
  if (attempt.origin !== 'callback' || !isOperatorMissed(attempt, settled)) return undefined;
  const { isForAnybody, row, operator } = attempt;
  return {
    since: waitsSince(attempt),
    for: isForAnybody ? `task:${row.task}` : operatorLock(operator),
  };
}

function ended(attempt: Attempt, settled: Settled): RowChange {
  const { status } = settled;
  const known = problemAfter(attempt, settled);
  if (status !== Status.doNotCall)
    return { kind: 'finish', status, ...(known && { problem: known }) };
  const { why = '', reason: given = 'may-not-be-called' } = attempt.facts.withdrawn ?? {};
  const reason = isGateReason(why) ? why : given;
  const { time_zone: timeZone } = attempt.order;
  return { kind: 'bar', timeZone, problem: { code: 'never-callable', reason } };
}
