import { type Instant, toIso } from '../basics/instant.ts';
import type { EvidenceEntry, EvidenceKind } from './evidence.ts';

/**
 * The chain of a number: a link for each thing that was ever told of it. A link's hash covers the link
 * before it, so that none can be taken away or changed without all that follow. It holds no facts, but
 * their digest: so it stays when they are erased.
 */
export interface Link {
  /** From 1, without a gap. */
  place: number;
  at: Instant;
  kind: EvidenceKind;
  ref: string;
  /** Of the facts. */
  digest: string;
  /** Of this link and the hash of the one before it. */
  hash: string;
}

/** SHA-256, in hexadecimal. */
export type Hash = (text: string) => string;

/** The links that the chain still lacks: of entries that it does not know, or knew otherwise. */
export function linksFor(
  chain: readonly Link[],
  entries: readonly EvidenceEntry[],
  hash: Hash,
): Link[] {
  const known = new Map(chain.map((link) => [nameOf(link), link.digest]));
  const added: Link[] = [];
  let last = chain.at(-1);
  for (const entry of entries) {
    const link = linkAfter(last, entry, hash);
    if (known.get(nameOf(entry)) === link.digest) continue;
    last = link;
    added.push(last);
  }
  return added;
}

/** The link of an entry at the end of a chain; undefined is the chain that has none yet. */
export function linkAfter(last: Link | undefined, entry: EvidenceEntry, hash: Hash): Link {
  const { at, kind, ref, facts } = entry;
  const digest = hash(canonical(facts));
  const link = { place: (last?.place ?? 0) + 1, at, kind, ref, digest };
  return { ...link, hash: hashOf(link, last?.hash, hash) };
}

export function nameOf({ kind, ref }: Pick<Link, 'kind' | 'ref'>): string {
  return `${kind} ${ref}`;
}

const beginning = 'callback-center evidence';

function hashOf(link: Omit<Link, 'hash'>, before: string | undefined, hash: Hash): string {
  const { place, at, kind, ref, digest } = link;
  return hash([before ?? beginning, place, toIso(at), kind, ref, digest].join('\n'));
}

/** Why a chain is none: what is wrong with its first link that is wrong. */
export type ChainFault = { place: number; fault: 'missing' | 'changed' };

/** The first fault of links that are said to be a chain from its beginning on; undefined where there is none. */
export function faultOf(links: readonly Link[], hash: Hash): ChainFault | undefined {
  let before: string | undefined;
  for (const [at, link] of links.entries()) {
    if (link.place !== at + 1) return { place: at + 1, fault: 'missing' };
    if (hashOf(link, before, hash) !== link.hash) return { place: link.place, fault: 'changed' };
    before = link.hash;
  }
  return undefined;
}

/** JSON with the names of objects in their order, so that the same facts are the same text. */
export function canonical(facts: unknown): string {
  return JSON.stringify(facts, (_, value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
