import { now } from '../browser/clock.ts';
import { runningTime } from '../words/times.ts';

/** Counts up from an instant, second by second. */
export function TimeSince({ instant }: { instant: string }) {
  return <time class="numbers">{runningTime(now.value - Date.parse(instant))}</time>;
}

/** Counts down to an instant, and stays at zero. */
export function TimeUntil({ instant }: { instant: string }) {
  return <time class="numbers">{runningTime(Date.parse(instant) - now.value + 999)}</time>;
}
