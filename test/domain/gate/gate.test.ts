import fc from 'fast-check';
import { type Attempt, attemptId } from '../../../lambdas/domain/attempt/attempt.ts';
import { type Instant, minute } from '../../../lambdas/domain/basics/instant.ts';
import { mayDial } from '../../../lambdas/domain/gate/gate.ts';
import type { Columns } from '../../../lambdas/domain/row/row.ts';
import { zoneOf } from '../../../lambdas/domain/row/row-zone.ts';
import type { Task } from '../../../lambdas/domain/task/task.ts';
import { gateFacts } from '../../support/gate-facts.ts';
import { attemptWith, fact, instant } from '../../support/sample-attempt.ts';
import { sampleTask } from '../../support/sample-task.ts';

interface Asked {
  columns?: Columns;
  task: Task;
  at: Instant;
  history?: readonly Attempt[];
}

function ask({ columns = {}, task, at, history = [] }: Asked) {
  return mayDial({ to: '+442079460017', columns, task, at, facts: gateFacts({ history }) });
}

type Hours = NonNullable<Task['callingHours']>;

const officeHours: Hours = {
  '1': [['09:00', '18:00']],
  '2': [['09:00', '18:00']],
  '3': [['09:00', '18:00']],
  '4': [['09:00', '18:00']],
  '5': [
    ['09:00', '12:00'],
    ['13:00', '16:00'],
  ],
};

/** `yes`, or when it may be called, or `never`. */
function answer(callingHours: Hours | null, at: string, columns = {}): string {
  const permission = ask({ columns, task: sampleTask({ callingHours }), at: instant(at) });
  if (permission.may) return 'yes';
  expect(permission.reason).toBe('outside-calling-hours');
  return permission.nextAt === undefined ? 'never' : new Date(permission.nextAt).toISOString();
}

describe('calling hours', () => {
  test('that are not set allow any hour', () => {
    expect(answer(null, '2026-11-22T03:00:00Z')).toBe('yes');
  });

  test.each([
    ['09:00', 'yes'], // the first second is inside
    ['17:59', 'yes'],
    ['08:59', '2026-11-23T09:00:00.000Z'],
    ['18:00', '2026-11-24T09:00:00.000Z'], // the last is not
  ])('on a Monday at %s: %s', (time, expected) => {
    expect(answer(officeHours, `2026-11-23T${time}:00Z`)).toBe(expected);
  });

  test('may close over lunch', () => {
    expect(answer(officeHours, '2026-11-27T12:00:00Z')).toBe('2026-11-27T13:00:00.000Z');
  });

  test('of a weekday that is left out are none: Saturday waits for Monday', () => {
    expect(answer(officeHours, '2026-11-28T10:00:00Z')).toBe('2026-11-30T09:00:00.000Z');
    expect(answer(officeHours, '2026-11-27T16:00:00Z')).toBe('2026-11-30T09:00:00.000Z');
  });

  test('may run until 24:00', () => {
    const late: Hours = { '1': [['20:00', '24:00']] };
    expect(answer(late, '2026-11-23T23:59:59.999Z')).toBe('yes');
    expect(answer(late, '2026-11-24T00:00:00Z')).toBe('2026-11-30T20:00:00.000Z');
  });

  test('over midnight are two windows', () => {
    const night: Hours = { '1': [['22:00', '24:00']], '2': [['00:00', '02:00']] };
    expect(answer(night, '2026-11-23T22:00:00Z')).toBe('yes');
    expect(answer(night, '2026-11-24T00:00:00Z')).toBe('yes');
    expect(answer(night, '2026-11-24T01:59:59Z')).toBe('yes');
    expect(answer(night, '2026-11-24T02:00:00Z')).toBe('2026-11-30T22:00:00.000Z');
  });

  test('are looked for over eight days: the same weekday of the next week, earlier in the day', () => {
    expect(answer({ '1': [['09:00', '10:00']] }, '2026-11-23T15:00:00Z')).toBe(
      '2026-11-30T09:00:00.000Z',
    );
  });

  test('that never open name no instant', () => {
    expect(answer({}, '2026-11-23T12:00:00Z')).toBe('never');
    expect(answer({ '1': [] }, '2026-11-23T12:00:00Z')).toBe('never');
  });

  test('are those of the customer’s clock where the row names their zone', () => {
    const inNewYork = { time_zone: 'America/New_York' };
    expect(answer(officeHours, '2026-11-23T12:00:00Z', inNewYork)).toBe('2026-11-23T14:00:00.000Z');
    expect(answer(officeHours, '2026-11-24T22:59:59Z', inNewYork)).toBe('yes');
  });

  test('are those of the task’s zone where the row names none, or none that exists', () => {
    const task = sampleTask({ timeZone: 'America/New_York' });
    expect(zoneOf({}, task)).toBe('America/New_York');
    expect(zoneOf({ time_zone: 'Moscow' }, task)).toBe('America/New_York');
    expect(zoneOf({ time_zone: ' Europe/Paris ' }, task)).toBe('Europe/Paris');
  });
});

describe('calling hours when the clocks change', () => {
  const sundays: Hours = { '7': [['09:00', '18:00']] };

  test('keep to the wall clock', () => {
    expect(answer(sundays, '2027-03-28T07:59:59Z')).toBe('2027-03-28T08:00:00.000Z');
    expect(answer(sundays, '2027-03-28T17:00:00Z')).toBe('2027-04-04T08:00:00.000Z');
    expect(answer(sundays, '2027-10-31T08:59:59Z')).toBe('2027-10-31T09:00:00.000Z');
  });

  test('until 24:00 end with the day, be it 23 or 25 hours long', () => {
    const allSunday: Hours = { '7': [['00:00', '24:00']] };
    expect(answer(allSunday, '2027-03-28T22:59:59Z')).toBe('yes');
    expect(answer(allSunday, '2027-03-28T23:00:00Z')).toBe('2027-04-03T23:00:00.000Z');
    expect(answer(allSunday, '2027-10-31T23:59:59Z')).toBe('yes');
  });

  test('that begin in the gap open after it', () => {
    const early: Hours = { '7': [['01:30', '03:00']] };
    expect(answer(early, '2027-03-28T00:30:00Z')).toBe('2027-03-28T01:00:00.000Z');
  });

  test('that lie in the gap do not open that day', () => {
    const swallowed: Hours = { '7': [['01:00', '02:00']] };
    expect(answer(swallowed, '2027-03-28T00:30:00Z')).toBe('2027-04-04T00:00:00.000Z');
  });
});

describe('a cap on the attempts of a day', () => {
  const task = sampleTask({ maxAttemptsPerDay: 2 });
  const unreached = (claimedAt: string, n = 0): Attempt => ({
    ...attemptWith([fact('settled', { outcome: 'customer-busy' })]),
    id: attemptId({ task: 'demo', Id: 17 }, `a${n}`),
    claimedAt: instant(claimedAt),
  });
  const twoToday = [unreached('2026-11-23T10:00:00Z'), unreached('2026-11-23T11:00:00Z', 1)];
  const noon = instant('2026-11-23T12:00:00Z');

  test('allows the attempts up to it', () => {
    expect(ask({ task, at: noon, history: twoToday.slice(1) })).toMatchObject({ may: true });
  });

  test('names the next day once they are used', () => {
    expect(ask({ task, at: noon, history: twoToday })).toEqual({
      may: false,
      reason: 'attempts-today-used-up',
      nextAt: instant('2026-11-24T00:00:00Z'),
    });
  });

  test('names the next day’s calling hours where there are some', () => {
    const busy = sampleTask({ maxAttemptsPerDay: 2, callingHours: officeHours });
    expect(ask({ task: busy, at: noon, history: twoToday })).toMatchObject({
      nextAt: instant('2026-11-24T09:00:00Z'),
    });
  });

  test('counts no attempt of the day before, by the customer’s clock', () => {
    const lastNight = [unreached('2026-11-23T04:59:00Z'), unreached('2026-11-23T04:00:00Z', 1)];
    expect(
      ask({ columns: { time_zone: 'America/New_York' }, task, at: noon, history: lastNight }),
    ).toMatchObject({
      may: true,
    });
    expect(ask({ task, at: noon, history: lastNight })).toMatchObject({ may: false });
  });

  test('counts no attempt in which no customer was dialled', () => {
    const others = (['operator-busy', 'withdrawn', 'never-sent'] as const).map((outcome) => ({
      ...attemptWith([fact('settled', { outcome })]),
      claimedAt: instant('2026-11-23T10:00:00Z'),
    }));
    expect(ask({ task, at: noon, history: others })).toMatchObject({ may: true });
  });

  test('is none unless the task sets one', () => {
    expect(
      ask({ task: sampleTask(), at: noon, history: Array(99).fill(twoToday[0]) }),
    ).toMatchObject({
      may: true,
    });
  });
});

const clock = fc.integer({ min: 0, max: 48 }).map((halves) => {
  const h = String(Math.floor(halves / 2)).padStart(2, '0');
  return `${h}:${halves % 2 ? '30' : '00'}`;
});
const window = fc
  .tuple(clock, clock)
  .filter(([from, to]) => from < to)
  .map((it): [string, string] => it);
const anyHours = fc.dictionary(
  fc.constantFrom('1', '2', '3', '4', '5', '6', '7'),
  fc.array(window, { maxLength: 3 }),
) as fc.Arbitrary<Hours>;

/** Around the changes of the clocks of all three zones. */
const anInstant = fc
  .tuple(
    fc.constantFrom(
      '2027-03-14',
      '2027-03-28',
      '2027-04-04',
      '2027-10-03',
      '2027-10-31',
      '2027-11-07',
    ),
    fc.integer({ min: -24 * 12, max: 36 * 12 }),
  )
  .map(([date, fives]) => instant(`${date}T00:00:00Z`) + fives * 5 * minute);

test('the instant that a no names is the first at which the answer is yes', () => {
  const zones = fc.constantFrom('Europe/London', 'America/New_York', 'Australia/Lord_Howe');
  fc.assert(
    fc.property(anyHours, zones, anInstant, (callingHours, timeZone, now) => {
      const task = sampleTask({ callingHours, timeZone });
      const permission = ask({ task, at: now });
      if (permission.may || permission.nextAt === undefined) return;
      const { nextAt } = permission;
      expect(nextAt).toBeGreaterThan(now);
      expect(ask({ task, at: nextAt })).toMatchObject({ may: true });
      expect(ask({ task, at: nextAt - 1 }).may).toBe(false);
    }),
    { numRuns: 200 },
  );
});
