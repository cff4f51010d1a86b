import fc from 'fast-check';
import { attemptId } from '../../../lambdas/domain/attempt/attempt.ts';
import type { NotReachedCause } from '../../../lambdas/domain/attempt/outcomes.ts';
import { day, hour, minute, second } from '../../../lambdas/domain/basics/instant.ts';
import { customerRetryAt } from '../../../lambdas/domain/settlement/customer-retry.ts';
import { instant } from '../../support/sample-attempt.ts';
import { sampleTask } from '../../support/sample-task.ts';

const at = instant('2026-11-30T10:00:00Z');
const id = attemptId({ task: 'demo', Id: 17 }, 'a1');

/** How long the rest is. */
function rest(cause: NotReachedCause, given: Parameters<typeof sampleTask>[0], budgetUsed = 0) {
  return customerRetryAt(id, cause, { task: sampleTask(given), at, budgetUsed }) - at;
}

test.each([0, 1, 14])(
  'is the rest that was set, to the second, after %i attempts, unless it shall grow',
  (used) => {
    expect(rest('customer-busy', {}, used)).toBe(300 * second);
    expect(rest('customer-no-answer', { retrySeconds: { noAnswer: 90 } }, used)).toBe(90 * second);
  },
);

test('rests an hour at least where the customer declined', () => {
  expect(rest('customer-declined', { retrySeconds: { busy: 60 } })).toBe(hour);
  expect(() => sampleTask({ retrySeconds: { declined: 3599 } })).toThrow('3600');
});

test('has a rest of its own where a machine answered', () => {
  expect(rest('voicemail', { retrySeconds: { voicemail: 7200 } })).toBe(2 * hour);
});

test('grows with each attempt, for the cause that was set to, a week at most', () => {
  const task = { retrySeconds: { busy: 600 }, retryGrowth: { busy: 3 } };
  const rests = [0, 1, 2, 9].map((used) => rest('customer-busy', task, used));
  expect(rests).toEqual([10 * minute, 30 * minute, 90 * minute, 7 * day]);
  expect(rest('customer-no-answer', task, 2)).toBe(5 * minute);
});

test('is longer by up to the share that was set, at an hour of its own for each attempt', () => {
  const task = sampleTask({ retrySeconds: { noAnswer: 86_400 }, retryJitter: { noAnswer: 0.25 } });
  const hours = Array.from({ length: 200 }, (_, n) => {
    const suffix = `mo${n.toString(36).padStart(4, '0')}`;
    const attempt = attemptId({ task: 'demo', Id: 17 }, suffix);
    const context = { task, at, budgetUsed: 0 };
    return (customerRetryAt(attempt, 'customer-no-answer', context) - at) / hour;
  });
  expect(Math.min(...hours)).toBeGreaterThanOrEqual(24);
  expect(Math.max(...hours)).toBeLessThan(30);
  // spread over the six hours, not in a corner of them
  const counts = [0, 1, 2, 3, 4, 5].map((n) => hours.filter((it) => Math.floor(it - 24) === n));
  for (const { length } of counts) expect(length).toBeGreaterThan(15);
});

test('is the same whenever it is asked for, and never shorter than what was set', () => {
  const causes = ['customer-busy', 'customer-declined', 'voicemail'] as const;
  const suffix = fc.stringMatching(/^[a-z0-9]{1,20}$/);
  const jitter = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      suffix,
      fc.constantFrom(...causes),
      jitter,
      fc.nat({ max: 20 }),
      (text, cause, share, budgetUsed) => {
        const every = { busy: share, declined: share, voicemail: share };
        const task = sampleTask({ retryJitter: every });
        const attempt = attemptId({ task: 'demo', Id: 1 }, text);
        const ask = () => customerRetryAt(attempt, cause, { task, at, budgetUsed }) - at;
        const least =
          { 'customer-busy': 300, 'customer-declined': 3600, voicemail: 3600 }[cause] * second;
        expect(ask()).toBe(ask());
        expect(ask()).toBeGreaterThanOrEqual(least);
        expect(ask()).toBeLessThanOrEqual(least * (1 + share) + 1);
      },
    ),
  );
});
