import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { day, minute } from '../../../lambdas/domain/basics/instant.ts';
import {
  dayOfWeek,
  startOfDay,
  startOfNextDay,
  toInstant,
  toLocalTime,
} from '../../../lambdas/domain/basics/local-time.ts';
import { instant } from '../../support/sample-attempt.ts';

/** With changes of the clocks of every kind: by an hour, by half, at midnight, by a whole day, for a month. */
const zones = [
  'Europe/London',
  'Europe/Moscow',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Nuuk',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Asia/Tehran',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'UTC',
];

const zoned = (at: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

/** Any instant of seventy years, and many that are near a change of the clocks. */
const moment = fc
  .tuple(
    fc.constantFrom(...zones),
    fc.integer({ min: instant('1970-01-03T00:00:00Z'), max: instant('2040-01-01T00:00:00Z') }),
    fc.option(fc.integer({ min: -3 * day, max: 3 * day })),
  )
  .map(([zone, at, fromChange]) => {
    const change = fromChange === null ? null : zoned(at, zone).getTimeZoneTransition('next');
    return { zone, at: change === null ? at : change.epochMilliseconds + (fromChange ?? 0) };
  });

test('what is summed up is what the library of the zones tells, near changes of the clocks too', () => {
  fc.assert(
    fc.property(moment, ({ zone, at }) => {
      const there = zoned(at, zone);
      const date = there.toPlainDate().toString();
      const time = there.toPlainTime().toString({ smallestUnit: 'second' });
      expect(toLocalTime(at, zone)).toEqual({ date, time });
      expect(dayOfWeek(at, zone)).toBe(there.dayOfWeek);
      expect(startOfDay(at, zone)).toBe(there.startOfDay().epochMilliseconds);
      const next = there.add({ days: 1 }).startOfDay().epochMilliseconds;
      expect(startOfNextDay(at, zone)).toBe(next);
      const first = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone);
      expect(toInstant({ date, time }, zone)).toBe(first.epochMilliseconds);
    }),
    { numRuns: 600 },
  );
});

test('a date that is none is refused as before', () => {
  expect(() => toInstant({ date: '2027-02-29', time: '10:00:00' }, 'UTC')).toThrow(RangeError);
  expect(() => toLocalTime(minute, 'Nowhere/Nowhere')).toThrow(RangeError);
});
