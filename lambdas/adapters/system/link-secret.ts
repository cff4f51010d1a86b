import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const secretBytes = 32;

/** Nobody guesses it; it stands in an address: 43 letters, digits, `-` and `_`. */
export function newLinkSecret(): string {
  return randomBytes(secretBytes).toString('base64url');
}

/** What is kept of it: who reads the table opens nothing. */
export function linkSecretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Without a kept hash nothing fits, after as long as with one. */
export function fitsLinkSecret(secret: string, kept: string | undefined): boolean {
  const given = Buffer.from(linkSecretHash(secret));
  const isSame = timingSafeEqual(given, Buffer.from(kept ?? linkSecretHash('')));
  return isSame && kept !== undefined;
}
