import { type Instant, toIso } from '../basics/instant.ts';
import { type ChainFault, canonical, faultOf, type Hash, type Link, nameOf } from './chain.ts';
import type { EvidenceEntry } from './evidence.ts';

/** All that was done to a number, as it is handed out: JSON, with instants as ISO texts. */
export interface EvidenceReport {
  /** In E.164. */
  number: string;
  madeAt: string;
  entries: ReportEntry[];
}

export interface ReportEntry extends Omit<Link, 'at'> {
  at: string;
  /**
   * kept: its facts are here · replaced: a later entry tells of the same with more · erased: on request ·
   * gone: it was told of once, and is not stored any more
   */
  state: 'kept' | 'replaced' | 'erased' | 'gone';
  facts?: unknown;
}

export interface ReportParts {
  number: string;
  at: Instant;
  chain: readonly Link[];
  entries: readonly EvidenceEntry[];
  hash: Hash;
}

export function reportOf({ number, at, chain, entries, hash }: ReportParts): EvidenceReport {
  const factsOf = new Map(entries.map((it) => [`${nameOf(it)} ${hash(canonical(it.facts))}`, it]));
  const newest = new Map(chain.map((link) => [nameOf(link), link.place]));
  const erasedUntil = chain.findLast(({ kind }) => kind === 'erased')?.place ?? 0;
  const shown = chain.map((link): ReportEntry => {
    const found = factsOf.get(`${nameOf(link)} ${link.digest}`);
    const told = { ...link, at: toIso(link.at) };
    if (found !== undefined) return { ...told, state: 'kept', facts: found.facts };
    if (link.place < erasedUntil) return { ...told, state: 'erased' };
    const isReplaced = newest.get(nameOf(link)) !== link.place;
    return { ...told, state: isReplaced ? 'replaced' : 'gone' };
  });
  return { number, madeAt: toIso(at), entries: shown };
}

export type ReportFault =
  | ChainFault
  | { place: number; fault: 'facts changed' | 'not in the system' };

/**
 * What is wrong with a report: a link that is missing or was changed, or facts that are not those of
 * the link. With the system's own chain also a report whose end was cut off and made up anew.
 */
export function reportFault(
  { entries }: EvidenceReport,
  { chain, hash }: { chain?: readonly Link[]; hash: Hash },
): ReportFault | undefined {
  const links = entries.map(({ state: _, facts: __, ...link }) => ({
    ...link,
    at: Date.parse(link.at),
  }));
  const fault = faultOf(links, hash);
  if (fault !== undefined) return fault;
  for (const { state, facts, digest, place } of entries) {
    const isChanged = state === 'kept' && hash(canonical(facts)) !== digest;
    if (isChanged) return { place, fault: 'facts changed' };
  }
  const foreign = chain && links.find(({ hash: own, place }) => chain[place - 1]?.hash !== own);
  return foreign && { place: foreign.place, fault: 'not in the system' };
}
