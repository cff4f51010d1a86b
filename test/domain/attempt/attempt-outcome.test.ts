import fc from 'fast-check';
import { isReached, withFact } from '../../../lambdas/domain/attempt/attempt.ts';
import type { Fact } from '../../../lambdas/domain/attempt/facts.ts';
import type { Outcome } from '../../../lambdas/domain/attempt/outcomes.ts';
import { outcomeOf } from '../../../lambdas/domain/settlement/outcome-of.ts';
import { attemptWith, fact, sampleAttempt } from '../../support/sample-attempt.ts';

const rang = [fact('submitting'), fact('operatorCreated'), fact('operatorRang')];
const dialling = [...rang, fact('operatorAnswered'), fact('operatorReady'), fact('dialling')];
const operatorHungUp = fact('operatorEnded', { as: 'completed' });

describe('before the customer was dialled', () => {
  test.each<[string, Fact[], Outcome | undefined]>([
    ['claimed', [], undefined],
    ['submitted', [fact('submitting')], undefined],
    ['unknown', [fact('submitting'), fact('submissionUnknown')], undefined],
    ['ringing', rang, undefined],
    ['withdrawn, still ringing', [...rang, fact('withdrawn')], undefined],
    ['never sent', [fact('submitting'), fact('neverSent')], 'never-sent'],
    ['refused', [fact('submitting'), fact('submissionRefused')], 'refused'],
    ['withdrawn before it was sent', [fact('withdrawn'), fact('neverSent')], 'withdrawn'],
    ['busy', [...rang, fact('operatorEnded', { as: 'busy' })], 'operator-busy'],
    ['no answer', [...rang, fact('operatorEnded', { as: 'no-answer' })], 'operator-no-answer'],
    ['cancelled', [...rang, fact('operatorEnded', { as: 'canceled' })], 'operator-no-answer'],
    ['failed', [...rang, fact('operatorEnded', { as: 'failed' })], 'operator-failed'],
    ['no key, a voicemail perhaps', [...rang, operatorHungUp], 'operator-not-ready'],
    ['withdrawn', [...rang, fact('withdrawn'), operatorHungUp], 'withdrawn'],
    ['not now', [...rang, fact('operatorDeferred'), operatorHungUp], 'operator-deferred'],
  ])('%s', (_, facts, outcome) => {
    expect(outcomeOf(attemptWith(facts))).toBe(outcome);
  });
});

describe('once the customer is dialled', () => {
  const ended = (as: Extract<Fact, { kind: 'customerEnded' }>['as'], seconds = 0) =>
    fact('customerEnded', { as, seconds });
  const refused = (because: Extract<Fact, { kind: 'customerRefused' }>['because']) =>
    fact('customerRefused', { because });

  test.each<[string, Fact[], Outcome | undefined]>([
    ['their phone rings', [fact('customerRang')], undefined],
    ['the operator is gone, their phone may still ring', [operatorHungUp], undefined],
    ['their phone was busy, the operator still on the line', [ended('busy')], undefined],
    ['busy', [ended('busy'), operatorHungUp], 'customer-busy'],
    ['no answer', [ended('no-answer'), operatorHungUp], 'customer-no-answer'],
    ['failed', [fact('customerCreated'), ended('failed'), operatorHungUp], 'customer-failed'],
    ['failed without a leg', [ended('failed'), operatorHungUp], 'no-customer-leg'],
    ['cancelled', [ended('canceled'), operatorHungUp], 'operator-hung-up'],
    ['declined', [refused('declined'), ended('busy'), operatorHungUp], 'customer-declined'],
    [
      'no such number',
      [refused('no-such-number'), ended('failed'), operatorHungUp],
      'no-such-number',
    ],
    [
      'a leg that our account may not have',
      [fact('customerCreated'), refused('our-account'), ended('failed'), operatorHungUp],
      'no-customer-leg',
    ],
    [
      'they talked, whatever else the line answered',
      [refused('no-such-number'), ended('completed', 5), operatorHungUp],
      'reached',
    ],
    [
      'the operator hung up while it rang',
      [fact('callerHungUp'), ended('no-answer'), operatorHungUp],
      'operator-hung-up',
    ],
    ['no leg of theirs is known to be', [fact('customerAbsent')], undefined],
    ['no leg of theirs was made', [fact('customerAbsent'), operatorHungUp], 'no-customer-leg'],
    ['they talk', [fact('customerAnswered')], undefined],
    ['they talk, bridged', [fact('bridged'), fact('customerAnswered')], undefined],
    [
      'they talked, the customer hung up',
      [fact('customerAnswered'), ended('completed', 20)],
      'reached',
    ],
    ['they talked, the customer’s end not yet told', [fact('bridged'), operatorHungUp], undefined],
    [
      'they talked, the operator hung up',
      [fact('bridged'), operatorHungUp, ended('completed', 20)],
      'reached',
    ],
    ['they answered and the leg failed', [ended('failed', 3)], 'reached'],
    ['withdrawn too late', [fact('withdrawn'), ended('busy'), operatorHungUp], 'customer-busy'],
  ])('%s', (_, facts, outcome) => {
    expect(outcomeOf(attemptWith([...dialling, ...facts]))).toBe(outcome);
  });
});

const legEnd = fc.constantFrom(
  ...(['completed', 'busy', 'no-answer', 'failed', 'canceled'] as const),
);
const anyFact: fc.Arbitrary<Fact> = fc.oneof(
  fc.constantFrom(
    ...(
      [
        'submitting',
        'operatorCreated',
        'submissionRefused',
        'submissionUnknown',
        'neverSent',
        'operatorRang',
        'operatorAnswered',
        'operatorReady',
        'operatorDeferred',
        'withdrawn',
        'dialling',
        'customerCreated',
        'customerRang',
        'customerAnswered',
        'customerAbsent',
        'customerRefused',
        'bridged',
        'callerHungUp',
        'notJoined',
      ] as const
    ).map((kind) => fact(kind)),
  ),
  legEnd.map((as) => fact('operatorEnded', { as })),
  fc.record({ as: legEnd, seconds: fc.constantFrom(0, 20) }).map((it) => fact('customerEnded', it)),
);

/** Facts of different kinds, and an order in which they come, each once or more. */
const arrivals = fc
  .uniqueArray(anyFact, { selector: ({ kind }) => kind, minLength: 1 })
  .chain((facts) =>
    fc.record({
      facts: fc.constant(facts),
      again: fc.array(fc.constantFrom(...facts), { maxLength: 12 }).chain((repeated) =>
        fc.shuffledSubarray([...facts, ...repeated], {
          minLength: facts.length + repeated.length,
        }),
      ),
    }),
  );

test('any order and any repetition of the same facts is the same attempt with the same outcome', () => {
  fc.assert(
    fc.property(arrivals, ({ facts, again }) => {
      const straight = attemptWith(facts);
      const shuffled = attemptWith(again);
      expect(shuffled).toEqual(straight);
      expect(outcomeOf(shuffled)).toBe(outcomeOf(straight));
    }),
  );
});

const lateNews = fc.constantFrom(
  fact('operatorRang'),
  fact('operatorAnswered'),
  fact('customerCreated'),
  fact('customerRang'),
  fact('customerAnswered'),
  fact('customerEnded', { as: 'completed', seconds: 20 }),
  fact('bridged'),
  fact('withdrawn'),
);

test('late news of an attempt that is over changes nothing but that the customer was reached', () => {
  const over = [
    ...dialling,
    fact('customerEnded', { as: 'no-answer', seconds: 0 }),
    operatorHungUp,
  ];
  fc.assert(
    fc.property(fc.array(lateNews), (news) => {
      const attempt = news.reduce(withFact, attemptWith(over));
      expect(outcomeOf(attempt)).toBe(isReached(attempt) ? 'reached' : 'customer-no-answer');
    }),
  );
});

test('proof that the customer was reached cannot be taken back', () => {
  fc.assert(
    fc.property(arrivals, ({ again }) => {
      let attempt = sampleAttempt();
      for (const it of again) {
        const wasReached = isReached(attempt);
        attempt = withFact(attempt, it);
        expect(isReached(attempt) || !wasReached).toBe(true);
      }
    }),
  );
});
