import type { Attempt } from '../../../lambdas/domain/attempt/attempt.ts';
import type { Fact } from '../../../lambdas/domain/attempt/facts.ts';
import { outcomeRecordOf } from '../../../lambdas/domain/views/outcome-record.ts';
import { attemptWith, fact, instant } from '../../support/sample-attempt.ts';

const at = (time: string) => instant(`2026-11-23T${time}Z`);
const task = { ringAheadSeconds: 15 };

const settled = (details: object = {}) => fact('settled', { at: at('10:31:00'), ...details });

function recordOf(facts: Fact[], given: Partial<Attempt> = {}) {
  return outcomeRecordOf(attemptWith(facts, { promisedFor: at('10:30:00'), ...given }), task);
}

test('an open attempt is in no figures', () => {
  expect(recordOf([fact('submitting')])).toBeUndefined();
});

test('a talk counts from the customer’s answer to the first end, as the network counts it if it does', () => {
  const talk = [
    fact('submitting', { at: at('10:29:45.012') }),
    fact('operatorReady', { at: at('10:29:52') }),
    fact('dialling', { at: at('10:30:00.030') }),
    fact('customerAnswered', { at: at('10:30:06') }),
    fact('operatorEnded', { at: at('10:30:50') }),
    settled({ outcome: 'reached', status: 12 }),
  ];
  expect(recordOf(talk)).toEqual({
    attempt: 'demo.17.a1',
    task: 'demo',
    origin: 'callback',
    operator: { id: 'anna', address: '+442079460991' },
    outcome: 'reached',
    settledAt: at('10:31:00'),
    talkSeconds: 44,
    operatorLateMs: 12,
    customerLateMs: 30,
  });
  const ended = fact('customerEnded', { at: at('10:30:52'), as: 'completed', seconds: 45 });
  expect(recordOf([...talk, ended])?.talkSeconds).toBe(45);
});

test('the customer’s phone is late from the promised second, and the operator’s doing it is told', () => {
  const facts = [
    fact('submitting', { at: at('10:29:45') }),
    fact('operatorReady', { at: at('10:30:20') }),
    fact('dialling', { at: at('10:30:20.080') }),
    settled(),
  ];
  expect(recordOf(facts)).toMatchObject({
    operatorLateMs: 0,
    customerLateMs: 20_080,
    delayedBy: 'operators',
  });
});

test('it is late from the promise, not from the try that reached it; who delayed it first is told', () => {
  const facts = [
    fact('submitting', { at: at('10:34:45') }),
    fact('operatorReady', { at: at('10:34:52') }),
    fact('dialling', { at: at('10:35:00') }),
    settled(),
  ];
  const retry = { dueAt: at('10:35:00'), delayedBy: 'rules' } as const;
  expect(recordOf(facts, retry)).toMatchObject({ customerLateMs: 300_000, delayedBy: 'rules' });
});

test('what nobody else delayed is ours', () => {
  const facts = [
    fact('submitting', { at: at('10:29:50') }),
    fact('operatorReady', { at: at('10:30:03') }),
    fact('dialling', { at: at('10:30:03') }),
    settled(),
  ];
  expect(recordOf(facts)).toMatchObject({ customerLateMs: 3000, delayedBy: 'ours' });
});

test('a promise counts once: not again when its customer was dialled before', () => {
  const facts = [fact('dialling', { at: at('10:35:00') }), settled()];
  const again = { dueAt: at('10:35:00'), firstDialledAt: at('10:30:00') };
  expect(recordOf(facts, again)).not.toHaveProperty('customerLateMs');
});

test('a promise that ended after its moment without a dial was never kept', () => {
  const cancelled = [settled({ outcome: 'withdrawn', status: undefined })];
  expect(recordOf(cancelled)).toMatchObject({ neverDialled: true, delayedBy: 'rules' });
  const still = [settled({ outcome: 'operator-no-answer', nextDueAt: at('10:36:00') })];
  expect(recordOf(still)).not.toHaveProperty('neverDialled');
});

test('a promise that a call by hand kept before its time is on time; one dialled in vain is still to come', () => {
  const byHand = {
    origin: 'manual',
    takenOverDueAt: at('10:30:00'),
    dueAt: at('10:10:00'),
  } as const;
  const dialled = fact('dialling', { at: at('10:10:05') });
  const reached = [dialled, fact('bridged'), settled({ outcome: 'reached', status: 12 })];
  expect(recordOf(reached, byHand)).toMatchObject({ customerLateMs: 0 });
  const inVain = [dialled, settled({ outcome: 'customer-busy', nextDueAt: at('10:30:00') })];
  expect(recordOf(inVain, byHand)).not.toHaveProperty('customerLateMs');
});

test('what was asked for a moment before the second is on time', () => {
  const facts = [fact('dialling', { at: at('10:29:59.960') }), settled()];
  expect(recordOf(facts)?.customerLateMs).toBe(0);
});

test('a promise that was made too late to ring ahead is late from when it was made', () => {
  const facts = [fact('submitting', { at: at('10:29:58.100') }), settled()];
  const made = { promisedAt: at('10:29:58') };
  expect(recordOf(facts, made)?.operatorLateMs).toBe(100);
});

test('a call that nobody promised is never late', () => {
  const facts = [fact('submitting'), fact('dialling'), settled()];
  const nobodys = { origin: 'manual', servesPromise: false, promisedFor: undefined } as const;
  const record = recordOf(facts, nobodys as unknown as Partial<Attempt>);
  expect(record).not.toHaveProperty('operatorLateMs');
  expect(record).not.toHaveProperty('customerLateMs');
});

test('late proof that the customer was reached changes the outcome', () => {
  const facts = [settled({ outcome: 'customer-no-answer' }), fact('corrected')];
  expect(recordOf(facts)?.outcome).toBe('reached');
});

test('a caller talks from when the operator was let through to them', () => {
  const facts = [
    fact('customerCreated', { at: at('10:30:00') }),
    fact('operatorReady', { at: at('10:30:10') }),
    fact('operatorEnded', { at: at('10:30:40') }),
    fact('customerEnded', { at: at('10:30:41'), as: 'completed', seconds: 41 }),
    settled({ outcome: 'reached' }),
  ];
  expect(recordOf(facts, { origin: 'inbound' })?.talkSeconds).toBe(30);
});
