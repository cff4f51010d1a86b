/** Outcomes in four groups that an eye can tell apart. */
export const outcomeGroups = ['reached', 'customer', 'operator', 'other'] as const;
export type OutcomeGroup = (typeof outcomeGroups)[number];

export function groupOf(outcome: string): OutcomeGroup {
  if (outcome === 'reached') return 'reached';
  if (outcome.startsWith('customer-') || outcome === 'caller-gone') return 'customer';
  return outcome.startsWith('operator-') ? 'operator' : 'other';
}

export function inGroups(outcomes: Readonly<Record<string, number>>): Record<OutcomeGroup, number> {
  const sums = { reached: 0, customer: 0, operator: 0, other: 0 };
  for (const [outcome, count] of Object.entries(outcomes)) sums[groupOf(outcome)] += count;
  return sums;
}

export function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, it) => sum + it, 0);
}
