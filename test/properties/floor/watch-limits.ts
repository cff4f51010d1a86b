import { type Attempt, usesBudget } from '../../../lambdas/domain/attempt/attempt.ts';
import { day, type Instant } from '../../../lambdas/domain/basics/instant.ts';
import { startOfDay } from '../../../lambdas/domain/basics/local-time.ts';
import { rowId } from '../../../lambdas/domain/row/row.ts';
import type { Promises, Watched } from './promises.ts';

/** Where the simulated customers live whom limits hold for. */
const zone = 'Europe/London';

/** A customer is dialled: in no span may their number have been called too often before, in vain. */
export function mustBeWithinLimits(world: Watched, promises: Promises, attempt: Attempt): void {
  const task = world.tasks.find(({ id }) => id === attempt.row.task);
  if (task === undefined) return;
  const now = world.now();
  const tries = triesBefore(world, attempt);
  // clocks differ: what one of them still counts is over for another
  const within = (span: number) => now - span + world.faults.skew;
  const limits = [
    { most: task.maxAttemptsPerDay, since: startOfDay(now + world.faults.skew, zone) },
    { most: task.maxAttemptsPer24Hours, since: within(day) },
    { most: task.maxAttemptsPerWeek, since: within(7 * day) },
    { most: task.maxAttemptsPerNumber, since: 0 },
  ];
  for (const { most, since } of limits) {
    const used = tries.filter((at) => at > since).length;
    if (most !== null && used >= most)
      promises.violate(`5: ${attempt.id} is call ${used + 1} of ${most} to its number`);
  }
}

/** For its row, and for the rows that hold the number now: what writers changed since is not found. */
function triesBefore({ tables }: Watched, { id, customer, row }: Attempt): Instant[] {
  const others = [...new Set([...tables.rows.values()].map(({ key }) => key.task))].flatMap(
    (task) => tables.endingAs(task, customer).map(({ key }) => rowId(key)),
  );
  return [...new Set([rowId(row), ...others])]
    .flatMap((name) => tables.attemptsOf.get(name) ?? [])
    .flatMap((it) => (it === id ? [] : (tables.attempts.get(it) ?? [])))
    .filter((it) => it.customer === customer && usesBudget(it))
    .map(({ facts, claimedAt }) => facts.dialling?.at ?? claimedAt);
}
