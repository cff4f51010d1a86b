import type { Facts } from './facts.ts';
import type { Outcome } from './outcomes.ts';

/** What earlier releases stored under other names; attempts are kept for good. */
const formerOutcomes: Readonly<Record<string, Outcome>> = {
  'customer-abandoned': 'operator-hung-up',
};

/** A stored outcome by its present name. */
export function presentOutcome(stored: string): Outcome {
  return formerOutcomes[stored] ?? (stored as Outcome);
}

/** Stored facts by their present names: `callerHungUp` was called `abandoned`. */
export function presentFacts({ abandoned, ...facts }: Facts & { abandoned?: unknown }): Facts {
  const { settled } = facts;
  return {
    ...(abandoned !== undefined && { callerHungUp: abandoned as Facts['callerHungUp'] }),
    ...facts,
    ...(settled && { settled: { ...settled, outcome: presentOutcome(settled.outcome) } }),
  } as Facts;
}
