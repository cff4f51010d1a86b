import { attemptId } from '../../../lambdas/domain/attempt/attempt.ts';
import { toIso } from '../../../lambdas/domain/basics/instant.ts';
import { countDay, type DayEvents } from '../../../lambdas/domain/figures/day-sums.ts';
import { type Report, reportOf } from '../../../lambdas/domain/figures/report.ts';
import {
  daysOfUtc,
  hoursOf,
  type ReportSpan,
  readSpan,
  spanBefore,
  spanProblem,
} from '../../../lambdas/domain/figures/report-span.ts';
import type { OutcomeRecord } from '../../../lambdas/domain/views/outcome-record.ts';
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
    const [one] = readSpan(day).days;
    expect(one && hoursOf(one)).toHaveLength(24);
    expect(readSpan(day).by).toBe('hour');
    const three = readSpan({ ...day, to: '2026-11-25' });
    expect(three.by).toBe('day');
    expect(three.days.map(({ date }) => date)).toEqual(['2026-11-23', '2026-11-24', '2026-11-25']);
    expect(toIso(three.days[2]?.to ?? 0)).toBe('2026-11-26T00:00:00.000Z');
  });

  test('the day on which clocks go forward has 23 hours', () => {
    const spring = { from: '2026-03-29', to: '2026-03-29', timeZone: 'Europe/London' };
    expect(readSpan(spring).days.map(hoursOf)).toMatchObject([{ length: 23 }]);
  });

  test('it touches the days of UTC in which its days lie', () => {
    const touched = (timeZone: string) => daysOfUtc(readSpan({ ...day, timeZone }).days);
    expect(touched('America/New_York')).toEqual(['2026-11-23', '2026-11-24']);
    expect(touched('Asia/Tokyo')).toEqual(['2026-11-22', '2026-11-23']);
    expect(touched('Europe/London')).toEqual(['2026-11-23']);
  });

  test('the one before has as many days, and of today only as much as has passed', () => {
    const before = spanBefore({ ...day, to: '2026-11-25' }, instant('2026-11-24T10:00:00Z'));
    expect(before.days.map(({ date, to }) => [date, toIso(to)])).toEqual([
      ['2026-11-20', '2026-11-21T00:00:00.000Z'],
      ['2026-11-21', '2026-11-21T10:00:00.000Z'],
    ]);
  });

  test.each([
    [{ ...day, from: '2026-02-30' }, /^from must be a day/],
    [{ ...day, to: '23.11.2026' }, /^to must be a day/],
    [{ ...day, from: '2026-11-24' }, /^from must not be after to/],
    [{ ...day, to: '2027-11-24' }, /^ask for 366 days at most, got 367$/],
    [{ ...day, to: '2026-12-24', by: 'hour' as const }, /^ask for 31 days at most, got 32$/],
    [{ ...day, timeZone: 'UTC+1' }, /^timeZone must be an IANA name/],
  ])('%j is none', (asked, sentence) => {
    expect(spanProblem(asked)?.en).toMatch(sentence);
  });

  test('a year is one, and 31 days by the hour', () => {
    expect(spanProblem({ ...day, to: '2027-11-22' })).toBeUndefined();
    expect(spanProblem({ ...day, to: '2026-12-23', by: 'hour' })).toBeUndefined();
  });
});

function report(span: ReportSpan, events: DayEvents): Report {
  const days = span.days.map((it) => ({ day: it, sums: countDay(it, events) }));
  return reportOf(days, span.by);
}

describe('the figures', () => {
  const span = readSpan(day);

  test('of nothing are nothing', () => {
    expect(report(span, { records: [] })).toMatchObject({
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
    const { slots, totals } = report(span, { records });
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
    expect(report(span, { records: [...records, manual] }).totals).toMatchObject({
      onTime: 2,
      late: 1,
    });
  });

  test('percentiles are values that occurred', () => {
    const records = Array.from({ length: 100 }, (_, index) =>
      record('2026-11-23T10:00:00Z', { customerLateMs: 100 - index, operatorLateMs: 7 }),
    );
    expect(report(span, { records }).lateness).toEqual({
      customer: { count: 100, p50: 50, p95: 95, p99: 99, max: 100 },
      operator: { count: 100, p50: 7, p95: 7, p99: 7, max: 7 },
    });
  });

  test('every customer stands in one bar', () => {
    const late = [0, 20, 21, 999, 1000, 1001, 400_000];
    const records = late.map((customerLateMs) =>
      record('2026-11-23T10:00:00Z', { customerLateMs }),
    );
    const { histogram } = report(span, { records });
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
    expect(report(span, { records, undialled: open }).totals).toMatchObject({
      onTime: 1,
      late: 4,
      delays: { operators: 2, rules: 1, ours: 1 },
    });
  });
});

describe('longer spans', () => {
  const days = { from: '2026-11-28', to: '2026-12-01', timeZone: 'Europe/London' };
  const records = [
    record('2026-11-28T10:00:00Z', { talkSeconds: 3 }),
    record('2026-11-29T10:00:00Z', { operator: { address: '+442079460992' } }),
    record('2026-11-30T10:00:00Z', { outcome: 'customer-busy' }),
    record('2026-12-01T10:00:00Z'),
  ];
  const sizes = (by: 'week' | 'month') =>
    report(readSpan({ ...days, by }), { records }).slots.map(({ from, outcomes }) => [
      toIso(from).slice(0, 10),
      Object.values(outcomes).reduce((sum, count) => sum + count, 0),
    ]);

  test('are cut into weeks that begin on Mondays, and months', () => {
    expect(sizes('week')).toEqual([
      ['2026-11-28', 2],
      ['2026-11-30', 2],
    ]);
    expect(sizes('month')).toEqual([
      ['2026-11-28', 3],
      ['2026-12-01', 1],
    ]);
  });

  test('are counted for each operator, by their id or else their address', () => {
    const { operators } = report(readSpan(days), { records });
    expect(operators).toMatchObject([
      { operator: 'anna', talkSeconds: 3, outcomes: { reached: 2, 'customer-busy': 1 } },
      { operator: '+442079460992', outcomes: { reached: 1 } },
    ]);
  });

  test('what is later than a second is kept to two digits, and never comes out earlier', () => {
    const late = [999, 1001, 12_345, 100_000].map((customerLateMs) =>
      record('2026-11-28T10:00:00Z', { customerLateMs }),
    );
    const { lateness } = report(readSpan(days), { records: late });
    expect(lateness.customer).toEqual({
      count: 4,
      p50: 1100,
      p95: 100_000,
      p99: 100_000,
      max: 100_000,
    });
  });

  test('days are added by adding their numbers, whatever people are called', () => {
    const named = ['constructor', 'toString'].map((id) =>
      record('2026-11-28T10:00:00Z', { operator: { id, address: 'client:x' } }),
    );
    const { operators, totals } = report(readSpan(days), { records: [...named, ...named] });
    expect(operators.map(({ operator, outcomes }) => [operator, outcomes.reached])).toEqual([
      ['constructor', 2],
      ['toString', 2],
    ]);
    expect(totals.outcomes.reached).toBe(4);
  });
});
