import { attemptId } from '../../../lambdas/domain/attempt/attempt.ts';
import { toIso } from '../../../lambdas/domain/basics/instant.ts';
import type { OutcomeRecord } from '../../../lambdas/domain/views/outcome-record.ts';
import { reportOf } from '../../../lambdas/domain/views/report.ts';
import { readSpan, spanProblem } from '../../../lambdas/domain/views/report-span.ts';
import { instant } from '../../support/sample-attempt.ts';

const day = { from: '2026-11-23', to: '2026-11-23', timeZone: 'Europe/London' };

function record(settledAt: string, given: Partial<OutcomeRecord> = {}): OutcomeRecord {
  return {
    attempt: attemptId({ task: 'demo', Id: 17 }, 'a1'),
    task: 'demo',
    origin: 'callback',
    operator: { id: 'anna', address: '+442079460991' },
    outcome: 'reached',
    settledAt: instant(settledAt),
    talkSeconds: 0,
    ...given,
  };
}

describe('the span', () => {
  test('one day is cut into hours, several into days', () => {
    expect(readSpan(day).bounds).toHaveLength(25);
    expect(readSpan({ ...day, to: '2026-11-25' }).bounds.map(toIso)).toEqual([
      '2026-11-23T00:00:00.000Z',
      '2026-11-24T00:00:00.000Z',
      '2026-11-25T00:00:00.000Z',
      '2026-11-26T00:00:00.000Z',
    ]);
  });

  test('the day on which clocks go forward has 23 hours', () => {
    const spring = { from: '2026-03-29', to: '2026-03-29', timeZone: 'Europe/London' };
    expect(readSpan(spring).bounds).toHaveLength(24);
  });

  test('it touches the days of UTC in which its days lie', () => {
    expect(readSpan({ ...day, timeZone: 'America/New_York' }).daysOfUtc).toEqual([
      '2026-11-23',
      '2026-11-24',
    ]);
    expect(readSpan({ ...day, timeZone: 'Asia/Tokyo' }).daysOfUtc).toEqual([
      '2026-11-22',
      '2026-11-23',
    ]);
    expect(readSpan(day).daysOfUtc).toEqual(['2026-11-23']);
  });

  test.each([
    [{ ...day, from: '2026-02-30' }, /^from must be a day/],
    [{ ...day, to: '23.11.2026' }, /^to must be a day/],
    [{ ...day, from: '2026-11-24' }, /^from must not be after to/],
    [{ ...day, to: '2026-12-24' }, /^ask for 31 days at most, got 32$/],
    [{ ...day, timeZone: 'UTC+1' }, /^timeZone must be an IANA name/],
  ])('%j is none', (asked, sentence) => {
    expect(spanProblem(asked)?.en).toMatch(sentence);
  });

  test('31 days are one', () => {
    expect(spanProblem({ ...day, to: '2026-12-23' })).toBeUndefined();
  });
});

describe('the figures', () => {
  const span = readSpan(day);

  test('of nothing are nothing', () => {
    expect(reportOf([], span)).toMatchObject({
      totals: { outcomes: {}, talkSeconds: 0, onTime: 0, late: 0 },
      lateness: { operator: undefined, customer: undefined },
    });
  });

  test('count what was settled within the span, in the slot in which it was', () => {
    const records = [
      record('2026-11-22T23:59:59.999Z'),
      record('2026-11-23T00:00:00Z', { talkSeconds: 10 }),
      record('2026-11-23T00:59:59.999Z', { outcome: 'customer-busy' }),
      record('2026-11-23T01:00:00Z', { talkSeconds: 5 }),
      record('2026-11-24T00:00:00Z'),
    ];
    const { slots, totals } = reportOf(records, span);
    expect(slots[0]).toMatchObject({
      outcomes: { reached: 1, 'customer-busy': 1 },
      talkSeconds: 10,
    });
    expect(slots[1]).toMatchObject({ outcomes: { reached: 1 }, talkSeconds: 5 });
    expect(totals).toMatchObject({ outcomes: { reached: 2, 'customer-busy': 1 }, talkSeconds: 15 });
  });

  test('on time is up to a second late; what was not promised is neither', () => {
    const records = [0, 1000, 1001].map((customerLateMs) =>
      record('2026-11-23T10:00:00Z', { customerLateMs }),
    );
    const manual = record('2026-11-23T10:00:00Z', { origin: 'manual' });
    expect(reportOf([...records, manual], span).totals).toMatchObject({ onTime: 2, late: 1 });
  });

  test('percentiles are values that occurred', () => {
    const records = Array.from({ length: 100 }, (_, index) =>
      record('2026-11-23T10:00:00Z', { customerLateMs: 100 - index, operatorLateMs: 7 }),
    );
    expect(reportOf(records, span).lateness).toEqual({
      customer: { count: 100, p50: 50, p95: 95, p99: 99, max: 100 },
      operator: { count: 100, p50: 7, p95: 7, p99: 7, max: 7 },
    });
  });

  test('every customer stands in one bar', () => {
    const late = [0, 20, 21, 999, 1000, 1001, 400_000];
    const records = late.map((customerLateMs) =>
      record('2026-11-23T10:00:00Z', { customerLateMs }),
    );
    const { histogram } = reportOf(records, span);
    expect(histogram.filter(({ count }) => count > 0)).toEqual([
      { upTo: 20, count: 2 },
      { upTo: 50, count: 1 },
      { upTo: 1000, count: 2 },
      { upTo: 5000, count: 1 },
      { upTo: undefined, count: 1 },
    ]);
  });
});

describe('promises whose moment has come', () => {
  const span = readSpan(day);
  const at = (time: string) => instant(`2026-11-23T${time}Z`);

  test('are on time within a second, and late else, dialled or not', () => {
    const records = [
      record('2026-11-23T10:31:00Z', { customerLateMs: 1000 }),
      record('2026-11-23T10:31:00Z', { customerLateMs: 1001, delayedBy: 'operators' }),
      record('2026-11-23T10:31:00Z', { neverDialled: true, delayedBy: 'rules' }),
      record('2026-11-23T10:31:00Z'),
    ];
    const open = [
      { promisedFor: at('10:20:00'), delayedBy: 'operators' as const },
      { promisedFor: at('10:25:00') },
      { promisedFor: instant('2026-11-22T10:25:00Z') },
    ];
    expect(reportOf(records, span, open).totals).toMatchObject({
      onTime: 1,
      late: 4,
      delays: { operators: 2, rules: 1, ours: 1 },
    });
  });
});
