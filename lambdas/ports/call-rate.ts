import type { Instant } from '../domain/basics/instant.ts';

/** The rate at which new calls may be sent: one counter for the account. */
export interface CallRate {
  /**
   * Reserves the next free moment from `at` on, `1 / perSecond` s after the one before it. A holder
   * who asks again while his slot lies ahead is given the same one.
   */
  reserve(perSecond: number, at: Instant, holder: string): Promise<Instant>;
}
