import { type Attempt, isOperatorGone } from '../../domain/attempt/attempt.ts';
import { type Hash, linkAfter, nameOf } from '../../domain/evidence/chain.ts';
import { ofAttempt } from '../../domain/evidence/evidence.ts';
import type { Traces } from '../../ports/records/traces.ts';

export interface SealPorts {
  traces: Pick<Traces, 'lastLink' | 'addLink'>;
  hash: Hash;
}

/**
 * Adds an attempt to its number's chain when nothing more is to come of it, so that one which is taken away
 * later is missed, whether or not anybody had asked for evidence before. What is told of it afterwards
 * all the same is a link of its own when evidence is made. To be called for every write of an attempt; a
 * write that is told of again adds nothing, or the same once more.
 */
export async function sealAttempt(
  ports: SealPorts,
  { before, after }: { before?: Attempt | undefined; after: Attempt },
): Promise<void> {
  if (!isOver(after) || (before !== undefined && isOver(before))) return;
  const entry = ofAttempt(after);
  for (;;) {
    const last = await ports.traces.lastLink(after.customer);
    const link = linkAfter(last, entry, ports.hash);
    const isThere = last && nameOf(last) === nameOf(link) && last.digest === link.digest;
    if (isThere || (await ports.traces.addLink(after.customer, link))) return;
  }
}

function isOver(attempt: Attempt): boolean {
  return attempt.facts.settled !== undefined && isOperatorGone(attempt);
}
