import { usesBudget } from '../attempt/attempt.ts';
import { startOfDay, startOfNextDay } from '../basics/local-time.ts';
import type { Task } from '../task/task.ts';
import { zoneOf } from './customer-zone.ts';
import type { DialQuestion, Refusal } from './question.ts';

/** A day's cap on the attempts in which the customer was dialled and not reached. */
export function refusedHowOften(question: DialQuestion): Refusal | undefined {
  const { columns, task, at, facts } = question;
  if (task.maxAttemptsPerDay === null) return undefined;
  const zone = zoneOf(columns, task);
  const from = startOfDay(at, zone);
  const today = facts.history.filter(
    (it) => it.claimedAt >= from && it.claimedAt <= at && usesBudget(it),
  );
  if (today.length < task.maxAttemptsPerDay) return undefined;
  return { reason: 'attempts-today-used-up', until: startOfNextDay(at, zone) };
}

/** Whether earlier attempts matter at all: else nobody need read them. */
export function countsAttempts({ maxAttemptsPerDay }: Task): boolean {
  return maxAttemptsPerDay !== null;
}
