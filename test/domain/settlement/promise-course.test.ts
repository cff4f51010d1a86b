import { courseOf } from '../../../lambdas/domain/settlement/promise-course.ts';
import { attemptWith, fact, instant } from '../../support/sample-attempt.ts';

const promisedFor = instant('2026-11-23T10:30:00Z');
const nextDueAt = instant('2026-11-23T10:40:00Z');

test.each([
  ['in time, the operator’s', '2026-11-23T10:29:45Z', 'operators'],
  ['after the promise had passed, ours', '2026-11-23T10:30:02Z', 'ours'],
])('a delay by an operator who was rung %s', (_, sentAt, delayedBy) => {
  const attempt = {
    ...attemptWith([fact('submitting', { at: instant(sentAt) })]),
    dueAt: promisedFor,
    promisedFor,
  };
  expect(courseOf(attempt, 'operator-no-answer', nextDueAt)).toEqual({ delayedBy });
  const before = { ...attempt, delayedBy: 'rules' } as const;
  expect(courseOf(before, 'operator-no-answer', nextDueAt)).toEqual({ delayedBy: 'rules' });
});

test('a customer’s leg that was permitted and never made has not kept the promise', () => {
  const facts = [fact('operatorReady'), fact('dialling', { at: promisedFor + 2_000 })];
  const attempt = { ...attemptWith(facts), dueAt: promisedFor, promisedFor };
  expect(courseOf(attempt, 'no-customer-leg', nextDueAt)).toEqual({ delayedBy: 'ours' });
  expect(courseOf(attempt, 'customer-no-answer', nextDueAt)).toEqual({
    dialledAt: promisedFor + 2_000,
  });
});
