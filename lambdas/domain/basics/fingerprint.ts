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
