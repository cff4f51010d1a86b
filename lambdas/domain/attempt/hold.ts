import type { Instant } from '../basics/instant.ts';

/** Whether the customer is on hold, since when; the later word counts. */
export interface Hold {
  isOn: boolean;
  at: Instant;
}

/** A conference that was asked for is there by then, or the request for it was lost. */
export const conferenceTimeout = 5000;
