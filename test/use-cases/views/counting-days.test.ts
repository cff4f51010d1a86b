import {
  type Attempt,
  type AttemptId,
  attemptId,
} from '../../../lambdas/domain/attempt/attempt.ts';
import { reportOf } from '../../../lambdas/domain/figures/report.ts';
import { readSpan } from '../../../lambdas/domain/figures/report-span.ts';
import type { OutcomeRecord } from '../../../lambdas/domain/views/outcome-record.ts';
import type { StoredRow } from '../../../lambdas/ports/rows/rows.ts';
import { countDays } from '../../../lambdas/use-cases/views/count-days.ts';
import { keepOutcome, keepRowViews } from '../../../lambdas/use-cases/views/keep-views.ts';
import { sampleScript } from '../../support/console.ts';
import { MemoryWorld } from '../../support/memory/memory-world.ts';
import { attemptWith, fact, instant } from '../../support/sample-attempt.ts';

const zone = 'Europe/London';
const sunday = { from: '2026-11-22', to: '2026-11-22', timeZone: zone };

let world: MemoryWorld;
let read: string[];

beforeEach(() => {
  world = new MemoryWorld(instant('2026-11-23T10:00:00Z'));
  read = [];
  const outcomes = world.views.outcomes.bind(world.views);
  world.views.outcomes = (task, days, operator) => {
    read.push(...days);
    return outcomes(task, days, operator);
  };
});

function record(settledAt: string, given: Partial<OutcomeRecord> = {}): OutcomeRecord {
  return {
    attempt: attemptId({ task: 'demo', Id: 17 }, 'a1'),
    task: 'demo',
    origin: 'callback',
    operator: { id: 'anna', address: '+442079460991' },
    outcome: 'reached',
    settledAt: instant(settledAt),
    talkSeconds: 9,
    ...given,
  };
}

async function count(asked = sunday, withAnswers = false) {
  const span = readSpan(asked);
  const { days, left } = await countDays(world, { tasks: ['demo'], span, withAnswers });
  expect(left).toBe(0);
  return reportOf(days, span.by);
}

const talks = async (asked = sunday) => (await count(asked)).totals.outcomes.reached ?? 0;

test('a day that is over is read from its calls once', async () => {
  await world.views.keepOutcome(record('2026-11-22T10:00:00Z'));
  expect(await talks()).toBe(1);
  expect(read).toEqual(['2026-11-22']);
  expect(await talks()).toBe(1);
  expect(read).toEqual(['2026-11-22']);
});

test('a day that is not over, or was a moment ago, is counted each time', async () => {
  const today = { ...sunday, from: '2026-11-23', to: '2026-11-23' };
  expect(await talks(today)).toBe(0);
  await world.views.keepOutcome(record('2026-11-23T09:59:00Z'));
  expect(await talks(today)).toBe(1);
  await world.clock.advanceTo(instant('2026-11-24T01:00:00Z'));
  await talks(today);
  await world.views.keepOutcome(record('2026-11-23T23:59:00Z', { attempt: other('a2') }));
  expect(await talks(today)).toBe(2);
});

function other(suffix: string): AttemptId {
  return attemptId({ task: 'demo', Id: 17 }, suffix);
}

test('what is told of a day long after it has it counted anew, however often it is told', async () => {
  const settled = fact('settled', {
    outcome: 'customer-busy',
    at: instant('2026-11-22T10:00:00Z'),
  });
  const before: Attempt = attemptWith([settled]);
  await keepOutcome(world, { after: before });
  expect((await count()).totals.outcomes).toEqual({ 'customer-busy': 1 });
  for (let n = 0; n < 2; n++)
    await keepOutcome(world, { before, after: attemptWith([settled, fact('corrected')]) });
  expect((await count()).totals.outcomes).toEqual({ reached: 1 });
});

test('so has a promise of that day which is given up later', async () => {
  expect((await count()).totals.late).toBe(0);
  const promisedFor = instant('2026-11-22T10:00:00Z');
  const own = { order: { status: 10 }, dueAt: promisedFor, promisedFor, promisedAt: 1 };
  const key = { task: 'demo', Id: 17 };
  const before = { key, columns: { ...key, status: 10 }, own } as unknown as StoredRow;
  await keepRowViews(world, [{ before, at: world.clock.now(), sequence: '1' }]);
  expect((await count()).totals.late).toBe(1);
});

test('what forms answered is counted by field and value, of a day that is not over where asked', async () => {
  await world.scripts.store('callback', sampleScript);
  const today = { ...sunday, from: '2026-11-23', to: '2026-11-23' };
  for (const [at, suffix] of [
    ['2026-11-22T10:00:00Z', 'a1'],
    ['2026-11-23T09:00:00Z', 'a2'],
  ] as const) {
    const attempt = other(suffix);
    await world.views.keepOutcome(record(at, { attempt }));
    const opened = { attempt, script: { id: 'callback', version: 1 }, surface: 'screen' as const };
    const openedAt = instant(at);
    const form = await world.forms.open({ ...opened, run: { visits: [] }, revision: 0, openedAt });
    const answers = { result: 'settled', comment: 'was kind' };
    await world.forms.submit({ form: { ...form, answers, sentAt: openedAt } });
  }
  const settled = { script: 'callback', field: 'result', value: 'settled', count: 1 };
  expect((await count()).answers).toEqual([settled]);
  expect((await count(today)).answers).toEqual([]);
  expect((await count(today, true)).answers).toEqual([settled]);
});

test('days for which the time did not suffice are left, and counted when asked again', async () => {
  const year = { from: '2025-11-23', to: '2026-11-22', timeZone: zone };
  const outcomes = world.views.outcomes.bind(world.views);
  world.views.outcomes = async (...asked) => {
    await world.clock.advanceTo(world.clock.now() + 3000);
    return outcomes(...asked);
  };
  const ask = () => countDays(world, { tasks: ['demo'], span: readSpan(year), withAnswers: false });
  expect((await ask()).left).toBe(365 - 21);
  expect((await ask()).left).toBe(365 - 42);
});
