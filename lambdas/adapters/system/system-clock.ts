import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Instant } from '../../domain/basics/instant.ts';
import type { Clock } from '../../ports/clock.ts';

/** Timers may be this much late, in milliseconds, and a little early: the rest is spent in short turns. */
const timerError = 3;

export class SystemClock implements Clock {
  now(): Instant {
    return Date.now();
  }

  /** Never early; about a millisecond late where nothing else keeps the process busy. */
  async sleepUntil(at: Instant): Promise<void> {
    for (let left = at - Date.now(); left > 0; left = at - Date.now()) {
      if (left > timerError) await setTimeout(left - timerError);
      else await setImmediate();
    }
  }
}
