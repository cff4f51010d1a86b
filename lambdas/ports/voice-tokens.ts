import type { Instant } from '../domain/instant.ts';

export interface PhonePass {
  token: string;
  identity: string;
  expiresAt: Instant;
}

/** Passes with which a browser becomes the telephone of one identity. */
export interface PhonePasses {
  /** Good for an hour. Undefined while nobody has set browser phones up. */
  passFor(identity: string): Promise<PhonePass | undefined>;
}
