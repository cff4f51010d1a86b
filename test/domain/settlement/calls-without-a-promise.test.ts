import fc from 'fast-check';
import { type Attempt, isReached, withFact } from '../../../lambdas/domain/attempt/attempt.ts';
import { isOnePartnerGone, lookUpAt } from '../../../lambdas/domain/attempt/call-timeouts.ts';
import type { Fact } from '../../../lambdas/domain/attempt/facts.ts';
import type { Outcome } from '../../../lambdas/domain/attempt/outcomes.ts';
import { outcomeOf } from '../../../lambdas/domain/settlement/outcome-of.ts';
import { settle } from '../../../lambdas/domain/settlement/settlement.ts';
import { operatorFreeAt } from '../../../lambdas/domain/settlement/wrap-up.ts';
import { fact, instant, sampleAttempt } from '../../support/sample-attempt.ts';
import { sampleTask } from '../../support/sample-task.ts';

/** Calls that an operator makes by hand, and calls from customers: attempts that no timer began. */

const at = instant('2026-11-23T10:31:00Z');
const task = sampleTask({ operatorRetrySeconds: 300, retrySeconds: { busy: 60 } });

function settled(attempt: Attempt, outcome: Outcome) {
  const { nextDueAt, ...rest } = settle(attempt, outcome, { task, at, budgetUsed: 0 });
  return nextDueAt === undefined ? rest : { ...rest, dueAt: new Date(nextDueAt).toISOString() };
}

function inboundWith(facts: Fact[], given: Partial<Attempt> = {}): Attempt {
  const called = fact('customerCreated', { at: instant('2026-11-23T10:30:00Z'), sid: 'CA1' });
  const claimedAt = instant('2026-11-23T10:30:00Z');
  const attempt = sampleAttempt({ origin: 'inbound', claimedAt, ...given });
  return [called, ...facts].reduce(withFact, attempt);
}

const operatorCreated = fact('operatorCreated', { sid: 'CA2' });
const rung = [operatorCreated, fact('operatorRang')];
const letThrough = [...rung, fact('operatorAnswered'), fact('operatorReady')];
const callerGone = fact('customerEnded', { as: 'completed', seconds: 20 });

describe('a customer who called in', () => {
  test.each<[string, Fact[], Outcome | undefined]>([
    ['waits for the ringing', [], undefined],
    ['hears it ring', rung, undefined],
    ['waits while the operator thinks', [...rung, fact('operatorAnswered')], undefined],
    ['talks', letThrough, undefined],
    [
      'is gone, and whether they talked is not yet known',
      [...letThrough, fact('operatorEnded')],
      undefined,
    ],
    [
      'talked, the operator hung up',
      [...letThrough, fact('bridged'), fact('operatorEnded')],
      'reached',
    ],
    [
      'was gone in the moment at which the operator was let through',
      [...letThrough, fact('notJoined'), callerGone, fact('operatorEnded')],
      'caller-gone',
    ],
    ['hung up first, which the dial told', [...letThrough, fact('bridged'), callerGone], 'reached'],
    ['hung up first, the operator’s leg not yet heard of', [...letThrough, callerGone], undefined],
    [
      'was gone when the operator pressed the key',
      [...letThrough, fact('callerHungUp'), callerGone, fact('operatorEnded')],
      'caller-gone',
    ],
    ['hung up while it rang', [...rung, fact('operatorEnded', { as: 'canceled' })], 'caller-gone'],
    [
      'hung up, and Twilio says no answer',
      [...rung, callerGone, fact('operatorEnded', { as: 'no-answer' })],
      'caller-gone',
    ],
    [
      'met a silent phone, and is still there',
      [...rung, fact('notJoined'), fact('operatorEnded', { as: 'no-answer' })],
      'operator-no-answer',
    ],
    [
      'met a silent phone, or hung up: the phone alone does not tell',
      [...rung, fact('operatorEnded', { as: 'no-answer' })],
      undefined,
    ],
    ['met a busy phone', [...rung, fact('operatorEnded', { as: 'busy' })], 'operator-busy'],
    [
      'met a voicemail',
      [...rung, fact('operatorAnswered'), fact('notJoined'), fact('operatorEnded')],
      'operator-not-ready',
    ],
    [
      'hung up while the operator heard who calls',
      [...rung, fact('operatorAnswered'), fact('operatorEnded'), callerGone],
      'caller-gone',
    ],
    ['met no phone at all', [fact('neverSent')], 'never-sent'],
  ])('%s', (_, facts, outcome) => {
    expect(outcomeOf(inboundWith(facts))).toBe(outcome);
  });

  test('comes to the same in whatever order the news come, once all are there', () => {
    const news = [...letThrough, fact('bridged'), callerGone, fact('operatorEnded')];
    fc.assert(
      fc.property(fc.shuffledSubarray(news, { minLength: news.length }), (facts) => {
        expect(outcomeOf(inboundWith(facts))).toBe('reached');
      }),
    );
  });

  test('who gives up while it rings is told from an operator who does not answer, in any order', () => {
    const rings = [...rung, fact('operatorEnded', { as: 'no-answer' })];
    const ends = [
      [[...rings, fact('notJoined'), fact('callerHungUp'), callerGone], 'caller-gone'],
      [[...rings, fact('notJoined')], 'operator-no-answer'],
    ] as const;
    fc.assert(
      fc.property(
        fc
          .constantFrom(...ends)
          .chain(([news, outcome]) =>
            fc
              .shuffledSubarray([...news], { minLength: news.length })
              .map((facts) => ({ facts, outcome })),
          ),
        ({ facts, outcome }) => expect(outcomeOf(inboundWith(facts))).toBe(outcome),
      ),
    );
  });

  test('an answered leg of their own does not count as reached', () => {
    expect(isReached(inboundWith([fact('customerAnswered'), callerGone]))).toBe(false);
  });

  test('whom nobody took keeps their promise as it was', () => {
    const takenOverDueAt = instant('2026-11-23T10:50:00Z');
    const attempt = inboundWith([], { takenOverDueAt });
    expect(settled(attempt, 'operator-no-answer')).toMatchObject({
      dueAt: '2026-11-23T10:50:00.000Z',
    });
  });

  test.each(['operator-no-answer', 'never-sent', 'caller-gone'] as const)(
    'whose promise became due meanwhile is called after the operator retry: %s',
    (outcome) => {
      const takenOverDueAt = instant('2026-11-23T10:20:00Z');
      expect(settled(inboundWith([], { takenOverDueAt }), outcome)).toMatchObject({
        dueAt: '2026-11-23T10:36:00.000Z',
      });
    },
  );

  test('to whom nothing was promised gets no promise by not being taken', () => {
    const nothing = { servesPromise: false } as const;
    expect(settled(inboundWith([], nothing), 'operator-busy')).toEqual({
      outcome: 'operator-busy',
      status: undefined,
    });
    const former = { ...nothing, formerStatus: 12 } as const;
    expect(settled(inboundWith([], former), 'caller-gone')).toEqual({
      outcome: 'caller-gone',
      status: 12,
    });
  });

  test('leaves the operator wrap-up time if they were let through, else none', () => {
    const ended = fact('operatorEnded', { at });
    expect(operatorFreeAt(inboundWith([...letThrough, ended]), task, at)).toBe(at + 30_000);
    expect(operatorFreeAt(inboundWith([...rung, ended]), task, at)).toBe(at);
  });

  test('of whom nothing is heard is looked up, sooner when one leg has ended', () => {
    const seconds = (attempt: Attempt) => ((lookUpAt(attempt) ?? 0) - attempt.claimedAt) / 1000;
    expect(seconds(inboundWith([]))).toBe(30);
    expect(seconds(inboundWith([...rung, callerGone]))).toBe(10);
    expect(seconds(inboundWith([...letThrough, fact('operatorEnded')]))).toBe(10);
  });

  test.each<[string, Fact[], boolean]>([
    ['both are up', letThrough, false],
    ['they are gone', [...rung, callerGone], true],
    ['the operator is gone', [...rung, fact('operatorEnded')], true],
    ['there never was an operator', [fact('neverSent')], true],
    ['both are gone', [...rung, callerGone, fact('operatorEnded')], false],
  ])('one partner is gone when %s: %p', (_, facts, expected) => {
    expect(isOnePartnerGone(inboundWith(facts))).toBe(expected);
  });
});

describe('a call that an operator wanted', () => {
  const takenOverDueAt = instant('2026-11-23T10:50:00Z');
  const manual = (given: Partial<Attempt>, ...facts: Fact[]) =>
    facts.reduce(withFact, sampleAttempt({ origin: 'manual', dueAt: at, ...given }));
  const ordered = { servesPromise: false } as const;

  test('is dialled again by the system where the customer was not reached', () => {
    const attempt = manual(ordered, fact('submitting'), fact('dialling'));
    expect(settled(attempt, 'customer-busy')).toMatchObject({ dueAt: '2026-11-23T10:32:00.000Z' });
  });

  test('is made again where their own phone did not answer', () => {
    const attempt = manual(ordered, fact('submitting'));
    expect(settled(attempt, 'operator-no-answer')).toHaveProperty('dueAt');
  });

  test.each<[string, Outcome, Fact[]]>([
    ['pressed no key', 'operator-not-ready', [fact('submitting')]],
    [
      'hung up at the desk',
      'withdrawn',
      [fact('submitting'), fact('withdrawn', { reason: 'cancelled' })],
    ],
    ['hung up their own call at once', 'operator-no-answer', []],
  ])('is called off where they %s, and orders nothing', (_, outcome, facts) => {
    const attempt = manual({ ...ordered, formerStatus: 13 }, ...facts);
    expect(settled(attempt, outcome)).toEqual({ outcome, status: 13 });
  });

  test('and called off leaves the promise that it took over as it was', () => {
    const attempt = manual({ takenOverDueAt }, fact('submitting'), fact('withdrawn'));
    expect(settled(attempt, 'withdrawn')).toMatchObject({ dueAt: '2026-11-23T10:50:00.000Z' });
  });

  test('does not bring the promise forward', () => {
    const failed = manual({ takenOverDueAt }, fact('submitting'));
    expect(settled(failed, 'operator-failed')).toMatchObject({ dueAt: '2026-11-23T10:50:00.000Z' });
    const dialled = manual({ takenOverDueAt }, fact('submitting'), fact('dialling'));
    expect(settled(dialled, 'customer-busy')).toMatchObject({ dueAt: '2026-11-23T10:50:00.000Z' });
  });
});
