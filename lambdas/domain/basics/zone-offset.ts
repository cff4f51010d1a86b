import { Temporal } from 'temporal-polyfill';
import { day, type Instant } from './instant.ts';
import { remember } from './remember.ts';

/** No zone has changed its clocks twice within so few days since telephones have rung by themselves. */
const stretch = 4 * day;

/** Eleven zones of one country, some weeks of each, several times over. */
const stretchesAtHand = 2000;

/**
 * How far a zone's clocks are ahead of UTC, in milliseconds; undefined about a change of the clocks,
 * where only the library that knows the zones can tell. What it tells is kept: it takes a hundred times
 * as long as the sum that is left then.
 */
export function steadyOffset(at: Instant, zone: string): number | undefined {
  return remembered(String(Math.floor(at / stretch)), zone);
}

const remembered = remember(stretchesAtHand, (number, zone) => {
  const from = Number(number) * stretch;
  const offset = offsetAt(from, zone);
  return offset === offsetAt(from + stretch, zone) ? offset : undefined;
});

function offsetAt(at: Instant, zone: string): number {
  const { offsetNanoseconds } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return offsetNanoseconds / 1e6;
}

/** More than the clocks of any two places are apart. */
const farthest = 26 * 3_600_000;

/** The same for a local moment, written as if it were one of UTC; undefined if a change may be near it. */
export function steadyOffsetAbout(local: Instant, zone: string): number | undefined {
  const before = steadyOffset(local - farthest, zone);
  return before === steadyOffset(local + farthest, zone) ? before : undefined;
}
