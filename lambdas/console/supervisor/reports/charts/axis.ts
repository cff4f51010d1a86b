/** Round values for an axis from 0 on: at most five steps, the last at or above the highest value. */
export function ticksUpTo(highest: number): number[] {
  const step = roundStep(Math.max(highest, 1) / 4);
  const count = Math.ceil(Math.max(highest, 1) / step);
  return Array.from({ length: count + 1 }, (_, at) => at * step);
}

/** 1, 2 or 5 times a power of ten: counts of calls are whole. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 1)));
  const factor = [1, 2, 5, 10].find((it) => it * power >= least) ?? 10;
  return factor * power;
}
