import {
  attemptItem,
  storedAttempt,
} from '../../../lambdas/adapters/dynamodb/attempts/attempt-item.ts';
import { outcomeItem, storedOutcome } from '../../../lambdas/adapters/dynamodb/views/view-item.ts';
import type { Facts } from '../../../lambdas/domain/attempt/facts.ts';
import { outcomeRecordOf } from '../../../lambdas/domain/views/outcome-record.ts';
import { attemptWith, instant, sampleAttempt } from '../../support/sample-attempt.ts';
import { sampleTask } from '../../support/sample-task.ts';

const at = instant('2026-11-23T10:31:00Z');

/** As a release before stored an attempt in which the operator hung up while the phone rang. */
const formerFacts = {
  abandoned: { at },
  settled: { at, outcome: 'customer-abandoned' },
} as unknown as Facts;

test('an attempt of a release before reads with the names of today', () => {
  const stored = attemptItem({ ...sampleAttempt(), facts: formerFacts });
  const settled = { at, outcome: 'operator-hung-up' };
  expect(storedAttempt(stored).facts).toEqual({ callerHungUp: { at }, settled });
});

test('so does what it counts in reports', () => {
  const attempt = attemptWith([{ kind: 'settled', at, outcome: 'operator-hung-up' }]);
  const record = outcomeRecordOf(attempt, sampleTask());
  if (record === undefined) throw new Error('a settled attempt is counted');
  const former = { ...record, outcome: 'customer-abandoned' } as unknown as typeof record;
  expect(storedOutcome(outcomeItem(former))).toEqual(record);
});
