import type { Instant } from '../../domain/basics/instant.ts';

/** Counts what must not happen too often. */
export interface RateCounter {
  /**
   * Adds to the count of a period, which begins anew with each whole number of `seconds`, and
   * returns the count as it then is. Not repeatable.
   */
  add(key: string, amount: number, period: { seconds: number; at: Instant }): Promise<number>;
}
