import type { Card } from '../../../../contract/calls.ts';
import { ask } from '../../../shell/api/ask.ts';
import { type Resource, resource } from '../../../shell/api/resource.ts';

const cards = new Map<string, Resource<Card>>();

/** What is known of a call's customer: fetched when somebody first needs it. */
export function cardOf(attempt: string): Resource<Card> {
  const known = cards.get(attempt);
  if (known) return known;
  const card = resource(() => ask('GET', `/attempts/${attempt}/card`));
  cards.set(attempt, card);
  return card;
}

export function dropCard(attempt: string): void {
  cards.delete(attempt);
}

export function refreshCards(): void {
  for (const card of cards.values()) void card.refresh();
}
