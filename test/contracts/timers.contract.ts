import type { DialMessage } from '../../lambdas/ports/calls/dial-queue.ts';
import type { Timers } from '../../lambdas/ports/rows/timers.ts';
import { key, noon, second } from './samples.ts';

export interface TimersUnderTest {
  timers: Timers;
  /** Moves the clock on from noon. */
  advanceTo(at: number): Promise<void>;
  /** What the timers put on the dial queue so far. */
  fired(): DialMessage[];
}

const timer = { row: key, dueAt: noon + 3600 * second };
const fireAt = noon + 3465 * second;

export function timersContract(open: () => Promise<TimersUnderTest>): void {
  test('a timer puts its message on the dial queue at its instant, not before', async () => {
    const { timers, advanceTo, fired } = await open();
    await timers.arm(timer, fireAt);
    await advanceTo(fireAt - 1);
    expect(fired()).toEqual([]);
    await advanceTo(fireAt);
    expect(fired()).toEqual([{ kind: 'call', ...timer }]);
  });

  test('a timer that is armed twice fires once, when it was first told to', async () => {
    const { timers, advanceTo, fired } = await open();
    await timers.arm(timer, fireAt);
    await timers.arm(timer, fireAt + 30 * second);
    await advanceTo(fireAt);
    expect(fired()).toHaveLength(1);
    await advanceTo(fireAt + 60 * second);
    expect(fired()).toHaveLength(1);
  });

  test('one row may have timers for several instants', async () => {
    const { timers, advanceTo, fired } = await open();
    const later = { ...timer, dueAt: timer.dueAt + second };
    await timers.arm(later, fireAt + second);
    await timers.arm(timer, fireAt);
    await advanceTo(fireAt + 60 * second);
    expect(fired()).toEqual([
      { kind: 'call', ...timer },
      { kind: 'call', ...later },
    ]);
  });

  test('a timer that was disarmed does not fire, and others do', async () => {
    const { timers, advanceTo, fired } = await open();
    const other = { ...timer, row: { task: 'demo', Id: 18 } };
    await timers.arm(timer, fireAt);
    await timers.arm(other, fireAt);
    await timers.disarm(timer);
    await advanceTo(fireAt + 60 * second);
    expect(fired()).toEqual([{ kind: 'call', ...other }]);
  });

  test('disarming a timer that is not there is fine', async () => {
    const { timers } = await open();
    await expect(timers.disarm(timer)).resolves.toBeUndefined();
  });

  test('a timer that has fired leaves nothing behind and may be armed again', async () => {
    const { timers, advanceTo, fired } = await open();
    await timers.arm(timer, fireAt);
    await advanceTo(fireAt);
    await timers.arm(timer, fireAt + 60 * second);
    await advanceTo(fireAt + 60 * second);
    expect(fired()).toHaveLength(2);
  });

  test('the longest names of tasks and rows are possible', async () => {
    const { timers, advanceTo, fired } = await open();
    const row = { task: 'x'.repeat(32), Id: Number.MAX_SAFE_INTEGER };
    await timers.arm({ row, dueAt: timer.dueAt }, fireAt);
    await advanceTo(fireAt);
    expect(fired()).toEqual([{ kind: 'call', row, dueAt: timer.dueAt }]);
  });
}
