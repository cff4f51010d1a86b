/**
 * A short text that stands for a long one, the same for the same: two FNV-1a hashes of 32 bits with
 * different beginnings. No secret, and no proof against who wants two texts to meet.
 */
export function fingerprint(text: string): string {
  return [0x811c9dc5, 0x01000193].map((seed) => fnv1a(text, seed).toString(36)).join('-');
}

const prime = 0x01000193;

function fnv1a(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    hash = Math.imul(hash ^ (unit & 0xff), prime);
    hash = Math.imul(hash ^ (unit >>> 8), prime);
  }
  return hash >>> 0;
}

/** A number from 0 to below 1, the same for the same text; texts that differ little give any two. */
export function shareOf(text: string): number {
  let hash = fnv1a(text, 0x811c9dc5);
  // the last step of MurmurHash3: FNV-1a alone hardly moves the high bits for the last characters
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
