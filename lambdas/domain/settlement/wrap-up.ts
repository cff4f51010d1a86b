import { type Attempt, isAnswered } from '../attempt/attempt.ts';
import { type Instant, minute, second } from '../basics/instant.ts';
import type { Task } from '../task/task.ts';

/** How long a form may hold up the next call, unless its task says otherwise. */
const mostWrapUpDefault = 600;

/** What one request for more time adds. */
const moreTime = minute;

/**
 * When the operator may be rung again: those who talked have wrap-up time from the end of their leg, and
 * where the task lets no call follow before the form is sent, all the time that a form may take. A
 * customer who was busy, or did not answer, left them nothing to write.
 */
export function operatorFreeAt(attempt: Attempt, task: Task, at: Instant): Instant {
  const endedAt = endOf(attempt, at);
  if (!hasTalked(attempt)) return endedAt;
  return owesForm(attempt, task) ? latestFreeAt(attempt, task, at) : usualFreeAt(attempt, task, at);
}

/** When the wrap-up ends unless somebody takes more time. */
export function usualFreeAt(attempt: Attempt, task: Task, at: Instant): Instant {
  return endOf(attempt, at) + task.wrapUpSeconds * second;
}

/** No form holds up the next call any longer. */
export function latestFreeAt(attempt: Attempt, task: Task, at: Instant): Instant {
  const { mostWrapUpSeconds = mostWrapUpDefault, wrapUpSeconds } = task;
  return endOf(attempt, at) + Math.max(mostWrapUpSeconds, wrapUpSeconds) * second;
}

/** A little later than now promised, and never later than a form may take. */
export function laterFreeAt(freeAt: Instant, latestAt: Instant): Instant {
  return Math.max(freeAt, Math.min(freeAt + moreTime, latestAt));
}

/** Whether the task lets no call follow before the form of this one is sent. */
export function owesForm(attempt: Attempt, task: Task): boolean {
  const isDemanded = task.requiresForm === true && task.script !== undefined;
  const hasDesk = attempt.operator.id !== undefined;
  return isDemanded && hasDesk && hasTalked(attempt) && attempt.facts.formSent === undefined;
}

function hasTalked(attempt: Attempt): boolean {
  const isLetThrough = attempt.origin === 'inbound' && attempt.facts.operatorReady !== undefined;
  return isAnswered(attempt) || isLetThrough;
}

function endOf({ facts }: Attempt, at: Instant): Instant {
  return facts.operatorEnded?.at ?? at;
}
