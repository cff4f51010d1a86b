import { noon, second } from './samples.ts';
import type { OpenStore } from './store.ts';

export function callRateContract(open: OpenStore): void {
  test('a slot is now when nobody was before', async () => {
    const { callRate } = await open();
    expect(await callRate.reserve(1, noon, 'a')).toBe(noon);
  });

  test('slots follow each other at the rate', async () => {
    const { callRate } = await open();
    const slots = [];
    for (const holder of ['a', 'b', 'c']) slots.push(await callRate.reserve(2, noon, holder));
    expect(slots).toEqual([noon, noon + 500, noon + 1000]);
  });

  test('a rate that does not divide a second is kept over many slots', async () => {
    const { callRate } = await open();
    const slots = [];
    for (let n = 0; n <= 30; n++) slots.push(await callRate.reserve(3, noon, `h${n}`));
    const tenSeconds = (slots.at(-1) ?? 0) - noon;
    expect(tenSeconds).toBeGreaterThanOrEqual(10 * second);
    expect(tenSeconds).toBeLessThan(10 * second + 20);
  });

  test('unused moments are not saved up', async () => {
    const { callRate } = await open();
    await callRate.reserve(1, noon, 'a');
    expect(await callRate.reserve(1, noon + 60 * second, 'b')).toBe(noon + 60 * second);
    expect(await callRate.reserve(1, noon + 60 * second, 'c')).toBe(noon + 61 * second);
  });

  test('no slot is given twice, however many ask at the same time', async () => {
    const { callRate } = await open();
    const racing = Array.from({ length: 50 }, (_, n) => callRate.reserve(10, noon, `h${n}`));
    const slots = (await Promise.all(racing)).toSorted();
    expect(slots).toEqual(Array.from({ length: 50 }, (_, n) => noon + n * 100));
  });

  test('a holder who asks again is given his slot while it lies ahead', async () => {
    const { callRate } = await open();
    await callRate.reserve(1, noon, 'a');
    const slot = await callRate.reserve(1, noon, 'b');
    expect(await callRate.reserve(1, noon + 500, 'b')).toBe(slot);
    expect(await callRate.reserve(1, noon, 'a')).toBe(noon);
    expect(await callRate.reserve(1, noon, 'c')).toBe(slot + second);
    expect(await callRate.reserve(1, slot + 1, 'b')).toBe(slot + 2 * second);
  });

  test('a holder who asks twice at the same time is given one slot', async () => {
    const { callRate } = await open();
    await callRate.reserve(1, noon, 'a');
    const [first, second] = await Promise.all([
      callRate.reserve(1, noon, 'b'),
      callRate.reserve(1, noon, 'b'),
    ]);
    expect(second).toBe(first);
  });
}
