import fc from 'fast-check';
import {
  delaySeconds,
  operatorRetryAt,
  planWait,
  ringAtOf,
} from '../../../lambdas/domain/attempt/dial-timing.ts';
import { minute, second } from '../../../lambdas/domain/basics/instant.ts';
import { instant } from '../../support/sample-attempt.ts';
import { sampleTask } from '../../support/sample-task.ts';

const noon = instant('2026-11-23T12:00:00Z');

test('the operator is rung before the promised second, by as much as the task says', () => {
  expect(ringAtOf(noon, sampleTask())).toBe(instant('2026-11-23T11:59:45Z'));
  expect(ringAtOf(noon, sampleTask({ ringAheadSeconds: 0 }))).toBe(noon);
});

test.each([
  [-60_000, 0],
  [0, 0],
  [999, 0],
  [1000, 1],
  [1999, 1],
  [900_000, 900],
  [901_000, 900],
  [86_400_000, 900],
])('the queue holds a wait of %p ms for %p s', (milliseconds, expected) => {
  expect(delaySeconds(milliseconds)).toBe(expected);
});

describe('an operator who waits for the promised second', () => {
  test('is held on the line for less than a second only', () => {
    expect(planWait(noon - 999, noon)).toEqual({ kind: 'hold' });
    expect(planWait(noon, noon)).toEqual({ kind: 'hold' });
    expect(planWait(noon + 5000, noon)).toEqual({ kind: 'hold' });
  });

  test('hears whole seconds of silence that leave a part of a second to hold', () => {
    expect(planWait(noon - 12_400, noon)).toEqual({
      kind: 'pause',
      from: noon - 12_400,
      seconds: 12,
    });
  });

  test('is not sent into a pause that would leave no time to come back', () => {
    expect(planWait(noon - 12_100, noon)).toEqual({
      kind: 'pause',
      from: noon - 11_999,
      seconds: 11,
    });
  });

  test('comes back in time, once, from any wait', () => {
    const wait = fc.integer({ min: 1000, max: 130_000 });
    const wayBack = fc.integer({ min: 0, max: 150 });
    fc.assert(
      fc.property(wait, wayBack, (left, network) => {
        const plan = planWait(noon - left, noon);
        if (plan.kind === 'hold') throw new Error('a second or more is not held');
        expect(plan.from - (noon - left)).toBeLessThan(second);
        const back = plan.from + plan.seconds * second + network;
        expect(back).toBeLessThanOrEqual(noon);
        expect(planWait(back, noon)).toEqual({ kind: 'hold' });
      }),
    );
  });
});

describe('a call that nobody is free for', () => {
  test('is tried again after the operator retry', () => {
    expect(operatorRetryAt(noon, noon, sampleTask())).toBe(noon + 5 * minute);
    expect(operatorRetryAt(noon, noon - 10 * minute, sampleTask())).toBe(noon + 5 * minute);
  });

  test('is tried a second later at least, so that it gets a timer of its own', () => {
    const hasty = sampleTask({ operatorRetrySeconds: 1, ringAheadSeconds: 15 });
    const before = ringAtOf(noon, hasty);
    expect(ringAtOf(operatorRetryAt(before, noon, hasty), hasty)).toBe(before + second);
  });

  test('is tried less often the longer it waits, but every hour at least', () => {
    expect(operatorRetryAt(noon, noon - 30 * minute, sampleTask())).toBe(noon + 15 * minute);
    expect(operatorRetryAt(noon, noon - 24 * 60 * minute, sampleTask())).toBe(noon + 60 * minute);
  });

  test('is tried after the operator retry where that is longer than an hour', () => {
    const patient = sampleTask({ operatorRetrySeconds: 7200 });
    expect(operatorRetryAt(noon, noon - 24 * 60 * minute, patient)).toBe(noon + 120 * minute);
  });
});
