import { storyDays } from '../../../lambdas/console/supervisor/story/story-days.ts';
import type { PastAttempt } from '../../../lambdas/contract/calls.ts';
import type { RowEvent } from '../../../lambdas/contract/rows.ts';

const attempt = { id: 'demo.17.a', claimedAt: '2026-11-26T10:00:00.000Z' } as PastAttempt;
const dayOf = (instant: string) => instant.slice(0, 10);

const told = (days: ReturnType<typeof storyDays>) =>
  days.map(({ day, happenings }) => [
    day,
    ...happenings.map((it) => (it.kind === 'attempt' ? it.attempt.id : it.event.kind)),
  ]);

test('days and what happened in them, newest first', () => {
  const events: RowEvent[] = [
    { at: '2026-11-25T09:00:00.000Z', kind: 'created' },
    { at: '2026-11-26T09:30:00.000Z', kind: 'promised', for: '2026-11-26T10:00:00.000Z' },
    { at: '2026-11-26T10:01:00.000Z', kind: 'ended', status: 12 },
  ];
  expect(told(storyDays({ attempts: [attempt], events }, dayOf))).toEqual([
    ['2026-11-26', 'ended', 'demo.17.a', 'promised'],
    ['2026-11-25', 'created'],
  ]);
});

test('that the row went into service is told by its attempt, where that is known', () => {
  const events: RowEvent[] = [
    { at: '2026-11-26T10:00:00.000Z', kind: 'in-service', attempt: 'demo.17.a' },
    { at: '2026-11-26T11:00:00.000Z', kind: 'in-service', attempt: 'demo.17.forgotten' },
  ];
  expect(told(storyDays({ attempts: [attempt], events }, dayOf))).toEqual([
    ['2026-11-26', 'in-service', 'demo.17.a'],
  ]);
});

test('nothing is no day', () => {
  expect(storyDays({ attempts: [], events: [] }, dayOf)).toEqual([]);
});
