import { attemptView } from '../../../lambdas/contract/calls.ts';
import type { Attempt } from '../../../lambdas/domain/attempt/attempt.ts';
import type { Fact } from '../../../lambdas/domain/attempt/facts.ts';
import { attemptViewOf, type CallState } from '../../../lambdas/domain/views/attempt-view.ts';
import { attemptWith, fact, instant } from '../../support/sample-attempt.ts';

const at = (time: string) => instant(`2026-11-23T${time}Z`);
const iso = (time: string) => new Date(at(time)).toISOString();

const course = [
  fact('submitting', { at: at('10:29:45') }),
  fact('operatorCreated', { at: at('10:29:45.200') }),
  fact('operatorRang', { at: at('10:29:46') }),
  fact('operatorAnswered', { at: at('10:29:50') }),
  fact('operatorReady', { at: at('10:29:52') }),
  fact('dialling', { at: at('10:30:00') }),
  fact('customerCreated', { at: at('10:30:00.300') }),
  fact('customerRang', { at: at('10:30:01') }),
  fact('customerAnswered', { at: at('10:30:06') }),
  fact('customerEnded', { at: at('10:31:06'), as: 'completed', seconds: 60 }),
  fact('settled', { at: at('10:31:06.500'), outcome: 'reached', status: 12 }),
  fact('operatorEnded', { at: at('10:31:07') }),
  fact('operatorReleased', { at: at('10:31:07'), freeAt: at('10:31:37') }),
] as const;

type Legs = [operator: string, customer: string];

test.each<[number, CallState, ...Legs]>([
  [0, 'connecting', 'none', 'none'],
  [1, 'connecting', 'calling', 'none'],
  [2, 'ringing', 'calling', 'none'],
  [3, 'ringing', 'ringing', 'none'],
  [4, 'ringing', 'answered', 'none'],
  [5, 'waiting', 'ready', 'none'],
  [6, 'dialling', 'ready', 'calling'],
  [7, 'dialling', 'ready', 'calling'],
  [8, 'dialling', 'ready', 'ringing'],
  [9, 'talking', 'ready', 'answered'],
  [10, 'over', 'ready', 'ended'],
  [11, 'over', 'ready', 'ended'],
  [13, 'over', 'ended', 'ended'],
])('after %i facts of a good callback it is %s', (count, state, operator, customer) => {
  const view = attemptViewOf(attemptWith(course.slice(0, count)));
  expect(view).toMatchObject({
    state,
    legs: { operator: { state: operator }, customer: { state: customer } },
  });
  expect(view.facts).toHaveLength(count);
});

test('is plain data, all of which the contract knows', () => {
  const view = attemptViewOf(attemptWith(course));
  expect(view).toEqual({
    id: 'demo.17.a1',
    task: 'demo',
    Id: 17,
    origin: 'callback',
    operator: { id: 'anna', address: '+442079460991' },
    customer: '+442079460017',
    dueAt: iso('10:30:00'),
    claimedAt: iso('10:29:45'),
    state: 'over',
    legs: {
      operator: { state: 'ended', at: iso('10:31:07'), endedAs: 'completed' },
      customer: { state: 'ended', at: iso('10:31:06'), endedAs: 'completed' },
    },
    bridgedAt: iso('10:30:06'),
    outcome: 'reached',
    operatorFreeAt: iso('10:31:37'),
    facts: expect.any(Array),
  });
  expect(attemptView.strict().parse(view)).toEqual(view);
  expect(view.facts.slice(-3)).toEqual([
    { kind: 'settled', at: iso('10:31:06.500'), outcome: 'reached', status: 12 },
    { kind: 'operatorEnded', at: iso('10:31:07'), as: 'completed' },
    { kind: 'operatorReleased', at: iso('10:31:07'), freeAt: iso('10:31:37') },
  ]);
});

test('a fact that came late stands where it belongs in time', () => {
  const kinds = attemptViewOf(attemptWith(course.toReversed())).facts.map(({ kind }) => kind);
  expect(kinds).toEqual(course.map(({ kind }) => kind));
});

test('an answer without its ringing is known', () => {
  const view = attemptViewOf(attemptWith([fact('submitting'), fact('operatorAnswered')]));
  expect(view).toMatchObject({ state: 'ringing', legs: { operator: { state: 'answered' } } });
});

test.each<[string, Fact[], Partial<Attempt>, CallState]>([
  ['a call that was never sent', [fact('neverSent')], {}, 'over'],
  ['an operator who was busy', [fact('operatorEnded', { as: 'busy' })], {}, 'over'],
  [
    'a manual call from a phone of their own',
    [fact('operatorCreated'), fact('operatorReady')],
    { origin: 'manual' },
    'waiting',
  ],
  ['a caller who hears it ring', [fact('customerCreated')], { origin: 'inbound' }, 'ringing'],
  [
    'a caller who was put through',
    [fact('customerCreated'), fact('operatorReady')],
    { origin: 'inbound' },
    'talking',
  ],
  [
    'a caller who hung up before they were put through',
    [fact('customerCreated'), fact('callerHungUp'), fact('operatorReady')],
    { origin: 'inbound' },
    'ringing',
  ],
  ['bridged, without a word of the answer', [fact('dialling'), fact('bridged')], {}, 'talking'],
])('%s', (_, facts, given, state) => {
  expect(attemptViewOf(attemptWith(facts, given)).state).toBe(state);
});

test('a call that the network refused ended before it began', () => {
  const { legs } = attemptViewOf(attemptWith([fact('submitting'), fact('submissionRefused')]));
  expect(legs.operator).toMatchObject({ state: 'ended', endedAs: 'failed' });
});

test('a caller’s own leg rings until the operator has joined it', () => {
  const legOf = (...facts: Fact[]) =>
    attemptViewOf(attemptWith(facts, { origin: 'inbound' })).legs.customer.state;
  expect(legOf(fact('customerCreated'))).toBe('ringing');
  expect(legOf(fact('customerCreated'), fact('operatorReady'))).toBe('answered');
});

test('a booked retry is shown until it proves wrong', () => {
  const settled = fact('settled', { outcome: 'customer-no-answer', nextDueAt: at('10:36:00') });
  const view = (...facts: Fact[]) => attemptViewOf(attemptWith([settled, ...facts]));
  expect(view()).toMatchObject({ outcome: 'customer-no-answer', nextDueAt: iso('10:36:00') });
  expect(view().facts[0]).toMatchObject({ nextDueAt: iso('10:36:00') });
  expect(view(fact('corrected')).outcome).toBe('reached');
  expect(view(fact('corrected'))).not.toHaveProperty('nextDueAt');
});
