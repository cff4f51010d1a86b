import { type Outcome, type OutcomeSide, outcomes } from '../../../../domain/attempt/outcomes.ts';

/** Outcomes in four groups that an eye can tell apart. */
export const outcomeGroups = ['reached', 'customer', 'operator', 'other'] as const;
export type OutcomeGroup = (typeof outcomeGroups)[number];

const groupOfSide: Record<OutcomeSide, OutcomeGroup> = {
  both: 'reached',
  customer: 'customer',
  operator: 'operator',
  neither: 'other',
};

type Counts = Readonly<Partial<Record<Outcome, number>>>;

/** One of a server newer than the page is among the others. */
export function groupOf(outcome: Outcome): OutcomeGroup {
  return groupOfSide[outcomes[outcome]?.side ?? 'neither'];
}

export function inGroups(counts: Counts): Record<OutcomeGroup, number> {
  const sums = { reached: 0, customer: 0, operator: 0, other: 0 };
  for (const [outcome, count] of entriesOf(counts)) sums[groupOf(outcome)] += count;
  return sums;
}

export function sumOf(counts: Counts): number {
  return entriesOf(counts).reduce((sum, [, count]) => sum + count, 0);
}

export function entriesOf(counts: Counts): [Outcome, number][] {
  return Object.entries(counts) as [Outcome, number][];
}
