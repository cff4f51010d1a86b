import type { Instant } from '../../domain/basics/instant.ts';
import type { RowKey } from '../../domain/row/row.ts';

/** A timer names a row and the due instant that it was set for; it acts only if the row still says so. */
export interface Timer {
  row: RowKey;
  dueAt: Instant;
}

/** Far timers. They may fire up to a minute late, twice, or after they were disarmed. */
export interface Timers {
  /** Puts the timer's message on the dial queue at `fireAt`. Arming the same timer again does nothing. */
  arm(timer: Timer, fireAt: Instant): Promise<void>;
  /** Tidiness only; a timer that is not there is fine. */
  disarm(timer: Timer): Promise<void>;
}
