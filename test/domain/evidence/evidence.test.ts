import { evidenceOf } from '../../../lambdas/domain/evidence/evidence.ts';
import type { RowEvent } from '../../../lambdas/domain/views/row-events.ts';
import { sampleAttempt } from '../../support/sample-attempt.ts';

const row = { task: 'demo', Id: 17 };
const created: RowEvent = { at: '2026-11-23T10:00:00.000Z', kind: 'created' };
const edits = ['имя', 'tel'].map(
  (column): RowEvent => ({ at: '2026-11-23T10:00:01.000Z', kind: 'edited', columns: [column] }),
);
const none = { attempts: [], forms: [], events: [], doNotCall: [] };

test('an event has the same name, however many before it are kept', () => {
  const refs = (events: RowEvent[]) =>
    evidenceOf({ ...none, events: [{ row, events }] }).map(({ ref }) => ref);
  const all = refs([created, ...edits]);
  expect(all).toEqual([
    'demo.17 2026-11-23T10:00:00.000Z created',
    'demo.17 2026-11-23T10:00:01.000Z edited',
    'demo.17 2026-11-23T10:00:01.000Z edited 2',
  ]);
  expect(refs(edits)).toEqual(all.slice(1));
});

test('a call that is on is told of when it is settled', () => {
  const attempt = sampleAttempt();
  expect(evidenceOf({ ...none, attempts: [{ ...attempt, facts: {} }] })).toEqual([]);
  const settled = { at: attempt.claimedAt, outcome: 'reached' } as const;
  expect(evidenceOf({ ...none, attempts: [{ ...attempt, facts: { settled } }] })).toMatchObject([
    { kind: 'attempt', ref: attempt.id },
  ]);
});
