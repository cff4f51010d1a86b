import type { Instant } from '../../domain/basics/instant.ts';

/**
 * The rate at which new calls may be sent: one slot for the account every `1 / perSecond` s. A slot
 * is the present moment; none lies ahead, so that one that nobody uses delays nobody.
 */
export interface CallRate {
  /**
   * Takes the present moment for one call, unless the last one was taken less than `1 / perSecond` s
   * ago. A newcomer is refused also while others wait in line; the line and a person are not.
   */
  take(wish: SlotWish): Promise<SlotAnswer>;

  /** A slot that its taker does not use is anybody's again, as long as no other was taken after it. */
  giveBack(slot: Slot): Promise<void>;

  /**
   * Undertakes to serve those who wait until the instant, at the latest: true for one caller until
   * then, or until `leaveLine`. Whoever serves the line prolongs that by each slot that they take.
   */
  joinLine(at: Instant, until: Instant): Promise<boolean>;

  /** Nobody waits any more, or nobody serves those who do. Repeating it is fine. */
  leaveLine(): Promise<void>;
}

export interface SlotWish {
  perSecond: number;
  at: Instant;
  by: 'newcomer' | 'line' | 'person';
}

export interface Slot {
  at: Instant;
  /** When the next one is. */
  nextAt: Instant;
}

export type SlotAnswer =
  | { kind: 'taken'; slot: Slot }
  /** `isServed`: somebody serves the line. */
  | { kind: 'wait'; until: Instant; isServed: boolean };

/** Who serves the line and takes no slot for so long after the next one is free has died. */
export const lineTimeout = 10_000;

/** A slot that is taken so little late counts from when it was free: the rate is kept. In milliseconds. */
export const slotTolerance = 100;
