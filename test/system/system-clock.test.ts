import { SystemClock } from '../../lambdas/adapters/system/system-clock.ts';

const clock = new SystemClock();

test.each([1, 2, 3, 4, 10, 25])('never wakes early: %s ms', async (milliseconds) => {
  const at = clock.now() + milliseconds;
  await clock.sleepUntil(at);
  expect(Date.now()).toBeGreaterThanOrEqual(at);
});

test('does not sleep for an instant that has passed', async () => {
  let others = 0;
  setImmediate(() => {
    others += 1;
  });
  await clock.sleepUntil(clock.now());
  await clock.sleepUntil(clock.now() - 60_000);
  expect(others).toBe(0);
});

test('lets others run while it waits for the last milliseconds', async () => {
  let others = 0;
  setImmediate(() => {
    others += 1;
  });
  await clock.sleepUntil(clock.now() + 2);
  expect(others).toBe(1);
});
