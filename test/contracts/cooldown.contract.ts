import { noon, second } from './samples.ts';
import type { OpenStore } from './store.ts';

export function cooldownContract(open: OpenStore): void {
  test('the first caller may, and the next when the time has passed', async () => {
    const { cooldown } = await open();
    expect(await cooldown.within('demo.17', 120, noon)).toBe(true);
    expect(await cooldown.within('demo.17', 120, noon + 119_999)).toBe(false);
    expect(await cooldown.within('demo.17', 120, noon + 120 * second)).toBe(true);
    expect(await cooldown.within('demo.17', 120, noon + 121 * second)).toBe(false);
  });

  test('keys do not get in each other’s way', async () => {
    const { cooldown } = await open();
    expect(await cooldown.within('demo.17', 120, noon)).toBe(true);
    expect(await cooldown.within('demo.18', 120, noon)).toBe(true);
  });

  test('of callers at the same time, one may', async () => {
    const { cooldown } = await open();
    const racing = Array.from({ length: 10 }, () => cooldown.within('demo.17', 120, noon));
    expect((await Promise.all(racing)).filter(Boolean)).toHaveLength(1);
  });
}
