import { type Attempt, usesBudget } from '../attempt/attempt.ts';
import { day, type Instant } from '../basics/instant.ts';
import { startOfDay, startOfNextDay } from '../basics/local-time.ts';
import type { Task } from '../task/task.ts';
import type { GateReason } from './gate-reasons.ts';
import type { DialQuestion, Refusal } from './question.ts';
import { customerZones } from './zones/customer-zones.ts';

/**
 * How often a number may be called: the attempts in which the customer was dialled and not reached,
 * whatever the cause, through all rows with the number.
 */
export function refusedHowOften(question: DialQuestion): Refusal | undefined {
  const { task, facts } = question;
  if (!countsAttempts(task)) return undefined;
  const attempts = [...facts.history, ...facts.ofOtherRows].filter(usesBudget);
  const dialledAt = attempts.map(dialOf).sort((a, b) => a - b);
  return (
    refusedInAll(question, dialledAt) ??
    latest([
      refusedForDay(question, dialledAt),
      refusedWithin(question, dialledAt, {
        most: task.maxAttemptsPer24Hours,
        span: day,
        reason: 'attempts-in-24-hours-used-up',
      }),
      refusedWithin(question, dialledAt, {
        most: task.maxAttemptsPerWeek,
        span: 7 * day,
        reason: 'attempts-in-a-week-used-up',
      }),
    ])
  );
}

/** Whether earlier attempts matter at all: else nobody need read them. */
export function countsAttempts(task: Task): boolean {
  const { maxAttemptsPerDay, maxAttemptsPer24Hours, maxAttemptsPerWeek } = task;
  const limits = [maxAttemptsPerDay, maxAttemptsPer24Hours, maxAttemptsPerWeek];
  return [...limits, task.maxAttemptsPerNumber].some((limit) => limit !== null);
}

function dialOf({ facts, claimedAt }: Attempt): Instant {
  return facts.dialling?.at ?? claimedAt;
}

function refusedInAll({ task }: DialQuestion, dialledAt: readonly Instant[]): Refusal | undefined {
  const { maxAttemptsPerNumber: most } = task;
  const isUsedUp = most !== null && dialledAt.length >= most;
  return isUsedUp ? { reason: 'attempts-in-all-used-up' } : undefined;
}

/** Of several zones nobody knows which day it is: in none may there be too many. */
function refusedForDay(question: DialQuestion, dialledAt: readonly Instant[]): Refusal | undefined {
  const { task, at } = question;
  const { maxAttemptsPerDay: most } = task;
  if (most === null) return undefined;
  const full = customerZones(question).zones.filter((zone) => {
    const from = startOfDay(at, zone);
    return dialledAt.filter((it) => it >= from && it <= at).length >= most;
  });
  if (full.length === 0) return undefined;
  const until = Math.max(...full.map((zone) => startOfNextDay(at, zone)));
  return { reason: 'attempts-today-used-up', until };
}

interface Limit {
  most: number | null;
  span: number;
  reason: GateReason;
}

/** In the span that ends at the instant: it is over for an attempt that is as old as the span is long. */
function refusedWithin(
  { at }: DialQuestion,
  dialledAt: readonly Instant[],
  { most, span, reason }: Limit,
): Refusal | undefined {
  if (most === null) return undefined;
  const counted = dialledAt.filter((it) => it > at - span && it <= at);
  const first = counted.at(-most);
  return first === undefined ? undefined : { reason, until: first + span };
}

/** Of several refusals the one that holds longest. */
function latest(refusals: readonly (Refusal | undefined)[]): Refusal | undefined {
  return refusals
    .filter((it) => it !== undefined)
    .reduce<Refusal | undefined>(
      (a, b) => (a !== undefined && (a.until ?? 0) >= (b.until ?? 0) ? a : b),
      undefined,
    );
}
