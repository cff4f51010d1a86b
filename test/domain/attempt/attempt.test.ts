import {
  attemptId,
  budgetUsed,
  isOperatorGone,
  isReached,
  parseAttemptId,
  usesBudget,
  withFact,
} from '../../../lambdas/domain/attempt/attempt.ts';
import { attemptWith, fact, instant } from '../../support/sample-attempt.ts';

describe('an attempt’s id', () => {
  test('names its row, and is read back', () => {
    const row = { task: 'demo', Id: 17 };
    const id = attemptId(row, 'm3x0-0001');
    expect(id).toBe('demo.17.m3x0-0001');
    expect(parseAttemptId(id)).toEqual({ id, row, suffix: 'm3x0-0001' });
  });

  test('is plain ASCII of at most 90 characters: it stands in every URL given to Twilio', () => {
    const id = attemptId({ task: 'T'.repeat(32), Id: Number.MAX_SAFE_INTEGER }, 'a'.repeat(40));
    expect(parseAttemptId(id)?.row.Id).toBe(Number.MAX_SAFE_INTEGER);
    expect(id.length).toBeLessThanOrEqual(90);
    expect(encodeURIComponent(id)).toBe(id);
  });

  test.each([
    '',
    'demo',
    'demo.17',
    'demo.0.a1',
    'demo.-1.a1',
    'demo.017.a1',
    'demo.1e3.a1',
    'demo.17.',
    'demo.17.A1',
    'demo.17.a1.b2',
    'dé.17.a1',
    ' demo.17.a1',
    'demo.17.a1\n',
    `${'t'.repeat(33)}.17.a1`,
  ])('is not %j', (text) => {
    expect(parseAttemptId(text)).toBeUndefined();
  });
});

describe('a fact', () => {
  test('is kept as it first came', () => {
    const first = fact('customerEnded', { as: 'busy', seconds: 0 });
    const attempt = attemptWith([first, fact('customerEnded', { as: 'completed', seconds: 20 })]);
    expect(attempt.facts.customerEnded).toEqual({ at: first.at, as: 'busy', seconds: 0 });
  });

  test('that is known changes nothing at all', () => {
    const attempt = attemptWith([fact('operatorRang')]);
    expect(withFact(attempt, fact('operatorRang', { at: 5 }))).toBe(attempt);
  });

  test('leaves the attempt that it is added to as it was', () => {
    const attempt = attemptWith([]);
    withFact(attempt, fact('operatorRang'));
    expect(attempt.facts).toEqual({});
  });
});

describe('reached', () => {
  test.each([
    ['DialBridged', fact('bridged')],
    ['the customer’s leg answered', fact('customerAnswered')],
    ['the customer’s leg completed', fact('customerEnded', { as: 'completed', seconds: 0 })],
    ['a duration of the customer’s leg', fact('customerEnded', { as: 'failed', seconds: 3 })],
  ])('is proved by %s', (_, proof) => {
    expect(isReached(attemptWith([proof]))).toBe(true);
  });

  test('is not proved by the operator’s leg, however long it lasted', () => {
    const attempt = attemptWith([
      fact('operatorCreated'),
      fact('operatorAnswered'),
      fact('operatorReady'),
      fact('dialling'),
      fact('customerCreated'),
      fact('customerRang'),
      fact('operatorEnded', { as: 'completed' }),
      fact('customerEnded', { as: 'no-answer', seconds: 0 }),
    ]);
    expect(isReached(attempt)).toBe(false);
  });
});

test.each([
  ['their leg has ended', fact('operatorEnded')],
  ['it was never sent', fact('neverSent')],
  ['Twilio refused it', fact('submissionRefused')],
])('the operator is gone when %s', (_, it) => {
  expect(isOperatorGone(attemptWith([it]))).toBe(true);
});

test('the operator is not gone while nothing of that is known', () => {
  const attempt = attemptWith([
    fact('submitting'),
    fact('submissionUnknown'),
    fact('operatorRang'),
  ]);
  expect(isOperatorGone(attempt)).toBe(false);
});

describe('the retry budget', () => {
  const promisedAt = instant('2026-11-23T09:00:00Z');
  const settledAs = (outcome: Parameters<typeof fact<'settled'>>[1]) =>
    attemptWith([fact('settled', outcome)], { promisedAt });

  test.each([
    'customer-busy',
    'customer-no-answer',
    'customer-failed',
    'operator-hung-up',
  ] as const)('is used by %s', (outcome) => {
    expect(usesBudget(settledAs({ outcome }))).toBe(true);
  });

  test.each([
    'reached',
    'operator-busy',
    'operator-no-answer',
    'operator-failed',
    'operator-not-ready',
    'operator-deferred',
    'no-customer-leg',
    'withdrawn',
    'never-sent',
    'refused',
  ] as const)('is not used by %s', (outcome) => {
    expect(usesBudget(settledAs({ outcome }))).toBe(false);
  });

  test('is not used by an attempt that is still open', () => {
    expect(usesBudget(attemptWith([fact('customerEnded', { as: 'busy' })]))).toBe(false);
  });

  test('is given back by late proof that the customer was reached', () => {
    const late = attemptWith([fact('settled', { outcome: 'customer-no-answer' }), fact('bridged')]);
    expect(usesBudget(late)).toBe(false);
  });

  test('is one number for all causes of one promise, and begins anew with the next', () => {
    const history = [
      settledAs({ outcome: 'customer-busy' }),
      settledAs({ outcome: 'customer-failed' }),
      settledAs({ outcome: 'operator-busy' }),
      attemptWith([fact('settled', { outcome: 'customer-busy' })], { promisedAt: promisedAt + 1 }),
    ];
    expect(budgetUsed(history, promisedAt)).toBe(2);
    expect(budgetUsed(history, promisedAt + 1)).toBe(1);
    expect(budgetUsed(history, promisedAt + 2)).toBe(0);
  });

  test('counts what was used before the oldest attempt that is known', () => {
    const unanswered = fact('settled', { outcome: 'customer-no-answer' });
    const latest = { ...attemptWith([unanswered]), usedBefore: 14 };
    expect(budgetUsed([latest], latest.promisedAt)).toBe(15);
    const operatorBusy = {
      ...attemptWith([fact('settled', { outcome: 'operator-busy' })]),
      usedBefore: 14,
    };
    expect(budgetUsed([operatorBusy], latest.promisedAt)).toBe(14);
  });
});
