import { usesBudget } from '../../../lambdas/domain/attempt/attempt.ts';
import type { Facts } from '../../../lambdas/domain/attempt/facts.ts';
import { presentFacts, presentOutcome } from '../../../lambdas/domain/attempt/former-names.ts';
import { outcomeNames, outcomes } from '../../../lambdas/domain/attempt/outcomes.ts';
import { attemptWith, instant } from '../../support/sample-attempt.ts';

const at = instant('2026-11-23T10:31:00Z');

test('a customer attempt is one in which the customer was dialled and not reached', () => {
  const counted = outcomeNames.filter((outcome) =>
    usesBudget(attemptWith([{ kind: 'settled', at, outcome }])),
  );
  expect(counted).toEqual([
    'customer-busy',
    'customer-no-answer',
    'customer-failed',
    'customer-declined',
    'no-such-number',
    'operator-hung-up',
    'voicemail',
  ]);
});

test('what uses the budget was up to the customer’s phone, and the call was in vain', () => {
  const counted = outcomeNames.map((it) => outcomes[it]).filter((it) => it.usesBudget);
  expect(counted).toEqual(counted.map(() => ({ usesBudget: true, side: 'customer', tone: 'bad' })));
});

describe('what earlier releases stored', () => {
  test('an operator who hung up reads under the present name', () => {
    expect(presentOutcome('customer-abandoned')).toBe('operator-hung-up');
    expect(outcomeNames.map(presentOutcome)).toEqual(outcomeNames);
  });

  test('facts read under their present names, with all that they say', () => {
    const settled = { at, outcome: 'customer-abandoned', nextDueAt: at + 300_000 };
    const stored = { dialling: { at }, abandoned: { at }, settled } as unknown as Facts;
    expect(presentFacts(stored)).toEqual({
      dialling: { at },
      callerHungUp: { at },
      settled: { at, outcome: 'operator-hung-up', nextDueAt: at + 300_000 },
    });
  });

  test('facts of this release stay as they are', () => {
    const facts: Facts = { dialling: { at }, settled: { at, outcome: 'voicemail' } };
    expect(presentFacts(facts)).toEqual(facts);
    expect(presentFacts({})).toEqual({});
  });
});
