import { MemoryClock } from '../../support/memory/memory-clock.ts';

test('sleepers wake in the order of their instants, each at its own', async () => {
  const clock = new MemoryClock(0);
  const woken: [string, number][] = [];
  const sleep = (name: string, at: number) =>
    clock.sleepUntil(at).then(() => woken.push([name, clock.now()]));
  const sleeping = [sleep('late', 30), sleep('early', 10), sleep('past', -5)];
  await clock.advanceTo(20);
  expect(woken).toEqual([
    ['past', 0],
    ['early', 10],
  ]);
  expect(clock.now()).toBe(20);
  expect(clock.nextWakeAt()).toBe(30);
  await clock.advanceTo(40);
  await Promise.all(sleeping);
  expect(woken.at(-1)).toEqual(['late', 30]);
});

test('one who goes back to sleep wakes again on the same way', async () => {
  const clock = new MemoryClock(0);
  const woken: number[] = [];
  const napping = (async () => {
    for (const at of [10, 20, 30]) {
      await clock.sleepUntil(at);
      woken.push(clock.now());
    }
  })();
  await clock.advanceTo(100);
  await napping;
  expect(woken).toEqual([10, 20, 30]);
});

test('the clock never goes back', async () => {
  const clock = new MemoryClock(50);
  await clock.advanceTo(10);
  expect(clock.now()).toBe(50);
});
