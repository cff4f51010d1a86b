import type { Attempt } from '../attempt/attempt.ts';
import { type Outcome, type OutcomeSide, outcomes } from '../attempt/outcomes.ts';
import { type Instant, second } from '../basics/instant.ts';
import type { Delay, OwnColumns } from '../row/row.ts';

/** What becomes of a promise on its way through tries: when it was first kept, or whose doing a delay is. */
export type PromiseCourse = Pick<OwnColumns, 'dialledAt' | 'delayedBy'>;

/** What a person who looks at a clock calls on time. */
export const onTimeWithin: number = second;

/**
 * When the customer's phone was first dialled for the promise. A call by hand long before the promise
 * does not count, unless the customer was reached: it is then kept before its time.
 */
export function firstDialledAt({ facts, promisedFor, ...attempt }: Attempt): Instant | undefined {
  if (attempt.firstDialledAt !== undefined) return attempt.firstDialledAt;
  const at = facts.dialling?.at;
  const isForPromise = attempt.laterDueAt === undefined && promisedFor !== undefined;
  return at !== undefined && isForPromise && at >= promisedFor - onTimeWithin ? at : undefined;
}

/** How a promise that an attempt did not end goes on, when its next try is at `nextDueAt`. */
export function courseOf(attempt: Attempt, outcome: Outcome, nextDueAt: Instant): PromiseCourse {
  if (attempt.laterDueAt !== undefined) return {};
  const dialledAt = firstDialledAt(attempt);
  if (dialledAt !== undefined) return { dialledAt, ...keptDelay(attempt) };
  const { promisedFor = nextDueAt } = attempt;
  return courseAfter(attempt, { promisedFor, dueAt: nextDueAt, delayedBy: delayOf(outcome) });
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
