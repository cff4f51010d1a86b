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
  const order: string[] = [];
  setImmediate(() => order.push('others'));
  // A machine that is busy may be past two milliseconds before the clock looks: then there is no wait.
  jest.useFakeTimers({ doNotFake: ['setImmediate'], now: 0 });
  const asleep = clock.sleepUntil(2).then(() => order.push('awake'));
  setImmediate(() => jest.setSystemTime(2));
  await asleep;
  jest.useRealTimers();
  expect(order).toEqual(['others', 'awake']);
});
