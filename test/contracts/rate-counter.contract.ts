import { noon, second } from './samples.ts';
import type { OpenStore } from './store.ts';

const inHour = (at: number) => ({ seconds: 3600, at });

export function rateCounterContract(open: OpenStore): void {
  test('a tally grows, may be taken back, and begins anew with its period', async () => {
    const { rateCounter } = await open();
    expect(await rateCounter.add('pin:anna', 1, inHour(noon))).toBe(1);
    expect(await rateCounter.add('pin:anna', 1, inHour(noon + 1800 * second))).toBe(2);
    expect(await rateCounter.add('pin:anna', -1, inHour(noon + 1801 * second))).toBe(1);
    expect(await rateCounter.add('pin:anna', 1, inHour(noon + 3600 * second))).toBe(1);
  });

  test('keys do not get in each other’s way', async () => {
    const { rateCounter } = await open();
    await rateCounter.add('pin:anna', 1, inHour(noon));
    expect(await rateCounter.add('pin:ivan', 1, inHour(noon))).toBe(1);
  });

  test('of many at the same time each counts', async () => {
    const { rateCounter } = await open();
    const counts = await Promise.all(
      Array.from({ length: 10 }, () => rateCounter.add('pin:anna', 1, inHour(noon))),
    );
    expect(counts.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
}
