import type { Instant } from '../domain/basics/instant.ts';

export interface Clock {
  now(): Instant;
  /** Resolves at the instant, at once when it has passed; used for waits of about a second. */
  sleepUntil(at: Instant): Promise<void>;
}
