import type { Attempt, AttemptId } from '../../domain/attempt/attempt.ts';
import type { Link } from '../../domain/evidence/chain.ts';
import type { EvidenceEntry } from '../../domain/evidence/evidence.ts';
import type { RowKey } from '../../domain/row/row.ts';

/** What is stored about a customer beside their rows, for evidence and erasure. */
export interface Traces {
  /** One page of all attempts in no particular order; `next` is absent on the last. */
  attempts(cursor: string | undefined): Promise<{ attempts: Attempt[]; next?: string }>;

  /** The number's chain from its beginning, with the facts of those entries that only stand in it. Strongly consistent. */
  chain(number: string): Promise<{ links: Link[]; kept: EvidenceEntry[] }>;

  /** The end of the number's chain. Strongly consistent. */
  lastLink(number: string): Promise<Link | undefined>;

  /** Adds the link at its place; false where another stands there. The facts are kept with it, if given. */
  addLink(number: string, link: Link, facts?: unknown): Promise<boolean>;

  /** Removes these attempts and their forms. Repeating it changes nothing. */
  eraseAttempts(attempts: readonly AttemptId[]): Promise<void>;

  /** Removes what happened to the row, and the receipts of lines that it was imported from; how many. */
  eraseRowTraces(row: RowKey): Promise<{ receipts: number }>;

  /** Removes the number's lock, held or not; whether there was one. */
  eraseLock(number: string): Promise<boolean>;
}
