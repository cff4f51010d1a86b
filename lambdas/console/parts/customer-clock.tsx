import type { CustomerClock as Clock } from '../../contract/customer-clock.ts';
import { now } from '../browser/clock.ts';
import { clockPlace, clockTimes, whoseClock } from '../words/clock-words.ts';

/** What the customer's clock shows now, where that is, and how it is known. */
export function CustomerClock({ clock }: { clock: Clock }) {
  const whose = whoseClock(clock);
  return (
    <span title={`${whose} (${clock.zones.join(', ')})`}>
      <span class="unseen">{whose}</span>
      {clockPlace(clock)} <time class="numbers">{clockTimes(clock, now.value)}</time>
    </span>
  );
}
