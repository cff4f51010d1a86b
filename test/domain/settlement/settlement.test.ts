import type { Attempt } from '../../../lambdas/domain/attempt/attempt.ts';
import type { Fact } from '../../../lambdas/domain/attempt/facts.ts';
import type { Outcome } from '../../../lambdas/domain/attempt/outcomes.ts';
import { rowAfter, settle } from '../../../lambdas/domain/settlement/settlement.ts';
import { attemptWith, fact, instant, sampleAttempt } from '../../support/sample-attempt.ts';
import { sampleTask } from '../../support/sample-task.ts';

const at = instant('2026-11-23T10:31:00Z');
const task = sampleTask({
  retrySeconds: {
    busy: 60,
    declined: 7200,
    noAnswer: 120,
    failed: 180,
    operatorHungUp: 240,
    voicemail: 3600,
  },
  operatorRetrySeconds: 300,
  maxAttempts: 3,
});

function settled(outcome: Outcome, given: { attempt?: Attempt; at?: number; used?: number } = {}) {
  const context = { task, at: given.at ?? at, budgetUsed: given.used ?? 0 };
  const { nextDueAt, ...rest } = settle(given.attempt ?? sampleAttempt(), outcome, context);
  return nextDueAt === undefined ? rest : { ...rest, dueAt: new Date(nextDueAt).toISOString() };
}

describe('a customer who was not reached', () => {
  test.each([
    ['customer-busy', '2026-11-23T10:32:00.000Z'],
    ['customer-declined', '2026-11-23T12:31:00.000Z'],
    ['customer-no-answer', '2026-11-23T10:33:00.000Z'],
    ['customer-failed', '2026-11-23T10:34:00.000Z'],
    ['operator-hung-up', '2026-11-23T10:35:00.000Z'],
    ['voicemail', '2026-11-23T11:31:00.000Z'],
  ] as const)('%s: is called again after the retry for that cause', (outcome, dueAt) => {
    expect(settled(outcome)).toEqual({ outcome, dueAt });
  });

  test.each([
    ['customer-busy', '2026-11-23T10:36:00Z'],
    ['customer-no-answer', '2026-11-23T10:36:00Z'],
    ['customer-failed', '2026-11-23T10:36:00Z'],
    ['operator-hung-up', '2026-11-23T10:36:00Z'],
    ['voicemail', '2026-11-23T11:31:00Z'],
  ] as const)('%s: is called again at %s unless the task says otherwise', (outcome, dueAt) => {
    const context = { task: sampleTask(), at, budgetUsed: 0 };
    expect(settle(sampleAttempt(), outcome, context).nextDueAt).toBe(instant(dueAt));
  });

  test('ends the row with 13 at the last attempt of the budget, whatever the cause', () => {
    expect(settled('customer-busy', { used: 1 })).toHaveProperty('dueAt');
    expect(settled('customer-busy', { used: 2 })).toEqual({ outcome: 'customer-busy', status: 13 });
    expect(settled('customer-failed', { used: 5 })).toMatchObject({ status: 13 });
  });

  test('is called again on a whole second, not before the retry has passed', () => {
    expect(settled('customer-busy', { at: at + 1 })).toMatchObject({
      dueAt: '2026-11-23T10:32:01.000Z',
    });
  });
});

test('a number that does not exist is not called again, whatever is left of the budget', () => {
  expect(settled('no-such-number')).toEqual({ outcome: 'no-such-number', status: 13 });
});

test('what Twilio does not dial is tried at growing pauses, an hour at most', () => {
  const longWaiting = { at: instant('2026-11-23T14:30:00Z') };
  expect(settled('no-customer-leg', longWaiting)).toMatchObject({
    dueAt: '2026-11-23T15:30:00.000Z',
  });
});

describe('a row says what a person must put right', () => {
  const changeAfter = (outcome: Outcome, facts: Fact[]) => {
    const attempt = attemptWith(facts);
    const result = settle(attempt, outcome, { task, at, budgetUsed: 0 });
    return rowAfter(attempt, result, { columns: {}, task });
  };

  test('no call was made to the customer: that, with the error, and when the next try is', () => {
    const refused = fact('customerRefused', { because: 'our-account', code: 13227 });
    expect(changeAfter('no-customer-leg', [refused])).toMatchObject({
      kind: 'order',
      problem: { code: 'no-customer-leg', error: 13227 },
    });
    expect(changeAfter('no-customer-leg', [])).toMatchObject({
      problem: { code: 'no-customer-leg' },
    });
  });

  test('there is no such number', () => {
    const refused = fact('customerRefused', { because: 'no-such-number', sip: 404 });
    expect(changeAfter('no-such-number', [refused])).toMatchObject({
      kind: 'finish',
      status: 13,
      problem: { code: 'no-such-number', sip: 404 },
    });
  });

  test('nothing of a customer who is busy', () => {
    expect(changeAfter('customer-busy', [])).not.toHaveProperty('problem.code');
  });
});

describe('an attempt in which no customer was dialled', () => {
  test.each([
    'operator-busy',
    'operator-no-answer',
    'operator-failed',
    'operator-not-ready',
    'no-customer-leg',
    'refused',
  ] as const)('%s: is made again after the operator retry, also with the budget used up', (it) => {
    expect(settled(it, { used: 99 })).toEqual({ outcome: it, dueAt: '2026-11-23T10:36:00.000Z' });
  });

  test('never sent: is due at once', () => {
    expect(settled('never-sent', { used: 99 })).toEqual({
      outcome: 'never-sent',
      dueAt: '2026-11-23T10:31:00.000Z',
    });
  });

  test('deferred: is made again after the operator’s own minutes', () => {
    const attempt = attemptWith([fact('operatorDeferred', { minutes: 10 })]);
    expect(settled('operator-deferred', { attempt })).toMatchObject({
      dueAt: '2026-11-23T10:41:00.000Z',
    });
  });

  test('withdrawn while the row still says 11: is due at once', () => {
    const attempt = attemptWith([fact('withdrawn', { reason: 'moved' })]);
    expect(settled('withdrawn', { attempt })).toMatchObject({ dueAt: '2026-11-23T10:31:00.000Z' });
  });

  test('withdrawn by the gate: is due when the gate says', () => {
    const nextAt = instant('2026-11-24T09:00:00Z');
    const attempt = attemptWith([fact('withdrawn', { reason: 'may-not-be-called', nextAt })]);
    expect(settled('withdrawn', { attempt })).toMatchObject({ dueAt: '2026-11-24T09:00:00.000Z' });
  });

  test('withdrawn by a gate that never opens: ends the row with 14', () => {
    const attempt = attemptWith([fact('withdrawn', { reason: 'may-not-be-called' })]);
    expect(settled('withdrawn', { attempt })).toEqual({ outcome: 'withdrawn', status: 14 });
  });

  test('before the promised second: is never made before it', () => {
    const early = { at: instant('2026-11-23T10:29:50Z') };
    expect(settled('never-sent', early)).toMatchObject({ dueAt: '2026-11-23T10:30:00.000Z' });
    const attempt = attemptWith([fact('operatorDeferred', { minutes: 0 })]);
    expect(settled('operator-deferred', { ...early, attempt })).toMatchObject({
      dueAt: '2026-11-23T10:30:00.000Z',
    });
  });
});

describe('a customer who was reached', () => {
  test('ends a promise with 12', () => {
    expect(settled('reached')).toEqual({ outcome: 'reached', status: 12 });
  });

  test('leaves a row that promised nothing without a status', () => {
    const attempt = sampleAttempt({ servesPromise: false, origin: 'manual' });
    expect(settled('reached', { attempt })).toEqual({ outcome: 'reached', status: undefined });
  });

  test('costs no budget: the last attempt ends with 12 all the same', () => {
    expect(settled('reached', { used: 99 })).toMatchObject({ status: 12 });
  });
});

describe('a promise for later, before which a call came', () => {
  const laterDueAt = instant('2026-11-30T15:00:00Z');
  const attempt = sampleAttempt({ origin: 'manual', servesPromise: false, laterDueAt });

  test.each([
    'reached',
    'customer-busy',
    'customer-no-answer',
    'operator-failed',
    'no-customer-leg',
    'never-sent',
    'withdrawn',
  ] as const)('stands again when the call ends: %s', (outcome) => {
    expect(settled(outcome, { attempt, used: 99 })).toEqual({
      outcome,
      dueAt: '2026-11-30T15:00:00.000Z',
    });
  });

  test('keeps the budget that it had', () => {
    const settlement = { outcome: 'reached', nextDueAt: laterDueAt } as const;
    expect(rowAfter(attempt, settlement, { columns: {}, task })).toMatchObject({
      kind: 'order',
      dueAt: laterDueAt,
      promisedAt: attempt.promisedAt,
    });
  });
});

describe('the row', () => {
  const nextDueAt = instant('2026-11-23T10:36:00Z');

  test('shows the retry in its zone and keeps the promise’s budget', () => {
    const columns = { time_zone: 'America/New_York' };
    const attempt = sampleAttempt();
    expect(rowAfter(attempt, { outcome: 'customer-busy', nextDueAt }, { columns, task })).toEqual({
      kind: 'order',
      dueAt: nextDueAt,
      promisedAt: attempt.promisedAt,
      fields: {
        status: '10',
        date_callback: '2026-11-23',
        time_callback: '05:36:00',
        time_zone: 'America/New_York',
      },
    });
  });

  describe('that was written while it stayed at 11', () => {
    const withdrawn = attemptWith([fact('withdrawn', { reason: 'moved' })]);
    const settlement = { outcome: 'withdrawn', nextDueAt } as const;
    const asClaimed = { status: 11, date_callback: '2026-11-23', time_callback: '10:30:00' };

    test.each([
      ['another time', { time_callback: '12:00' }],
      ['minutes', { callaftermin: 60 }],
    ])('is judged as it stands: %s', (_, written) => {
      const columns = { ...asClaimed, ...written };
      expect(rowAfter(withdrawn, settlement, { columns, task })).toEqual({
        kind: 'reopen',
        taken: withdrawn.order,
      });
    });

    test('is called at once where its order stayed as it was', () => {
      const columns = { ...asClaimed, tel: '020 7946 0099' };
      expect(rowAfter(withdrawn, settlement, { columns, task })).toMatchObject({
        kind: 'order',
        dueAt: nextDueAt,
      });
    });
  });

  test.each([12, 13, undefined] as const)('ends with %p', (status) => {
    const change = rowAfter(sampleAttempt(), { outcome: 'reached', status }, { columns: {}, task });
    expect(change).toEqual({ kind: 'finish', status });
  });

  test('that ends with 14 says why', () => {
    const attempt = attemptWith([fact('withdrawn', { reason: 'may-not-be-called' })]);
    expect(rowAfter(attempt, { outcome: 'withdrawn', status: 14 }, { columns: {}, task })).toEqual({
      kind: 'bar',
      problem: { code: 'never-callable', reason: 'may-not-be-called' },
    });
  });

  test('of an attempt that was corrected ends as reached, whatever was booked before', () => {
    const settlement = { outcome: 'customer-no-answer', nextDueAt } as const;
    const attempt = attemptWith([fact('settled', settlement), fact('bridged'), fact('corrected')]);
    expect(rowAfter(attempt, settlement, { columns: {}, task })).toEqual({
      kind: 'finish',
      status: 12,
    });
  });
});
