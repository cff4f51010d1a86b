import { noon, second } from './samples.ts';
import type { OpenStore } from './store.ts';

export function onceContract(open: OpenStore): void {
  test('the first caller may, and the next when the time has passed', async () => {
    const { once } = await open();
    expect(await once.within('demo.17', 120, noon)).toBe(true);
    expect(await once.within('demo.17', 120, noon + 119_999)).toBe(false);
    expect(await once.within('demo.17', 120, noon + 120 * second)).toBe(true);
    expect(await once.within('demo.17', 120, noon + 121 * second)).toBe(false);
  });

  test('keys do not get in each other’s way', async () => {
    const { once } = await open();
    expect(await once.within('demo.17', 120, noon)).toBe(true);
    expect(await once.within('demo.18', 120, noon)).toBe(true);
  });

  test('of callers at the same time, one may', async () => {
    const { once } = await open();
    const racing = Array.from({ length: 10 }, () => once.within('demo.17', 120, noon));
    expect((await Promise.all(racing)).filter(Boolean)).toHaveLength(1);
  });
}
