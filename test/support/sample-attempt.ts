import { type Attempt, attemptId, withFact } from '../../lambdas/domain/attempt/attempt.ts';
import type { Fact, FactKind, Facts } from '../../lambdas/domain/attempt/facts.ts';

/** The instant of an ISO text, to the millisecond. */
export function instant(iso: string): number {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) throw new Error(`not an instant: ${iso}`);
  return at;
}

/** A callback promised for 10:30, claimed 15 s before. */
export function sampleAttempt(given: Partial<Attempt> = {}): Attempt {
  return {
    id: attemptId({ task: 'demo', Id: 17 }, 'a1'),
    row: { task: 'demo', Id: 17 },
    origin: 'callback',
    dueAt: instant('2026-11-23T10:30:00Z'),
    promisedAt: instant('2026-11-23T09:00:00Z'),
    servesPromise: true,
    order: { status: '11', date_callback: '2026-11-23', time_callback: '10:30:00' },
    tel: '020 7946 0017',
    customer: '+442079460017',
    operator: { id: 'anna', address: '+442079460991' },
    claimedAt: instant('2026-11-23T10:29:45Z'),
    facts: {},
    ...given,
  };
}

/** A fact of each kind with its least detail, at 10:30 unless the test says otherwise. */
const plainFacts: { [K in FactKind]: Fact & { kind: K } } = {
  submitting: { kind: 'submitting', at: 0 },
  operatorCreated: { kind: 'operatorCreated', at: 0, sid: 'CA1' },
  submissionRefused: { kind: 'submissionRefused', at: 0, class: 'wait', code: 10004 },
  submissionUnknown: { kind: 'submissionUnknown', at: 0 },
  neverSent: { kind: 'neverSent', at: 0 },
  operatorRang: { kind: 'operatorRang', at: 0 },
  operatorAnswered: { kind: 'operatorAnswered', at: 0 },
  operatorReady: { kind: 'operatorReady', at: 0 },
  operatorDeferred: { kind: 'operatorDeferred', at: 0, minutes: 10 },
  operatorEnded: { kind: 'operatorEnded', at: 0, as: 'completed' },
  withdrawn: { kind: 'withdrawn', at: 0, reason: 'moved' },
  dialling: { kind: 'dialling', at: 0 },
  customerCreated: { kind: 'customerCreated', at: 0, sid: 'CA2' },
  customerRang: { kind: 'customerRang', at: 0 },
  customerAnswered: { kind: 'customerAnswered', at: 0 },
  customerEnded: { kind: 'customerEnded', at: 0, as: 'no-answer', seconds: 0 },
  customerRefused: { kind: 'customerRefused', at: 0, because: 'declined', sip: 603 },
  customerAbsent: { kind: 'customerAbsent', at: 0 },
  notJoined: { kind: 'notJoined', at: 0 },
  bridged: { kind: 'bridged', at: 0 },
  callerHungUp: { kind: 'callerHungUp', at: 0 },
  settled: { kind: 'settled', at: 0, outcome: 'customer-no-answer' },
  corrected: { kind: 'corrected', at: 0 },
  voicemail: { kind: 'voicemail', at: 0, by: 'operator' },
  conference: { kind: 'conference', at: 0 },
  conferenceLeft: { kind: 'conferenceLeft', at: 0 },
  messageLeft: { kind: 'messageLeft', at: 0 },
  formSent: { kind: 'formSent', at: 0 },
  operatorReleased: { kind: 'operatorReleased', at: 0, freeAt: 0 },
};

/** The fact of that kind, with the details that matter to the test. */
export function fact<K extends FactKind>(
  kind: K,
  details: Partial<NonNullable<Facts[K]>> = {},
): Fact {
  return { ...plainFacts[kind], at: instant('2026-11-23T10:30:00Z'), ...details } as Fact;
}

export function attemptWith(facts: readonly Fact[], given: Partial<Attempt> = {}): Attempt {
  return facts.reduce(withFact, sampleAttempt(given));
}
