import { now } from '../browser/clock.ts';
import { clockTime } from '../words/times.ts';

/** What the clocks of a zone show now. */
export function ZoneClock({ zone }: { zone?: string }) {
  return <time class="numbers">{clockTime(now.value, zone)}</time>;
}
