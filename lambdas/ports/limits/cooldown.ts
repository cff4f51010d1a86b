import type { Instant } from '../../domain/basics/instant.ts';

/** Keeps a sweep from doing the same thing too often. */
export interface Cooldown {
  /** True for the first caller with this key, and again when `seconds` have passed since. */
  within(key: string, seconds: number, at: Instant): Promise<boolean>;
}
