import {
  dayOfWeek,
  isCalendarDate,
  nextOccurrence,
  startOfDay,
  startOfNextDay,
  toInstant,
  toLocalTime,
} from '../../../lambdas/domain/basics/local-time.ts';
import { instant } from '../../support/sample-attempt.ts';

const iso = (at: number) => new Date(at).toISOString().replace('.000Z', 'Z');
const instantOf = (date: string, time: string, zone: string) =>
  iso(toInstant({ date, time }, zone));
const next = (time: string, zone: string, after: string) =>
  iso(nextOccurrence(time, zone, instant(after)));

describe('a local time that does not exist', () => {
  test.each([
    ['Europe/London', '2027-03-28', '01:00:00', '2027-03-28T01:00:00Z'],
    ['Europe/London', '2027-03-28', '01:59:59', '2027-03-28T01:00:00Z'],
    ['America/New_York', '2027-03-14', '02:30:00', '2027-03-14T07:00:00Z'],
    ['Australia/Lord_Howe', '2026-10-04', '02:10:00', '2026-10-03T15:30:00Z'], // half an hour
  ])('moves to the first instant after the gap: %s %s %s', (zone, date, time, expected) => {
    expect(instantOf(date, time, zone)).toBe(expected);
  });

  test.each([
    ['Europe/London', '2027-03-28', '00:59:59', '2027-03-28T00:59:59Z'],
    ['Europe/London', '2027-03-28', '02:00:00', '2027-03-28T01:00:00Z'],
    ['America/New_York', '2027-03-14', '03:00:00', '2027-03-14T07:00:00Z'],
    ['Australia/Lord_Howe', '2026-10-04', '02:30:00', '2026-10-03T15:30:00Z'],
  ])('has neighbours that do: %s %s %s', (zone, date, time, expected) => {
    expect(instantOf(date, time, zone)).toBe(expected);
  });

  test('shows after the gap', () => {
    const at = toInstant({ date: '2027-03-28', time: '01:30:00' }, 'Europe/London');
    expect(toLocalTime(at, 'Europe/London')).toEqual({ date: '2027-03-28', time: '02:00:00' });
  });
});

describe('a local time that exists twice', () => {
  test.each([
    ['Europe/London', '2027-10-31', '01:30:00', '2027-10-31T00:30:00Z'],
    ['America/New_York', '2027-11-07', '01:30:00', '2027-11-07T05:30:00Z'],
    ['Australia/Lord_Howe', '2027-04-04', '01:45:00', '2027-04-03T14:45:00Z'], // half an hour
  ])('means the first: %s %s %s', (zone, date, time, expected) => {
    expect(instantOf(date, time, zone)).toBe(expected);
  });

  test('has a second that shows the same', () => {
    const second = toLocalTime(instant('2027-10-31T01:30:00Z'), 'Europe/London');
    expect(second).toEqual({ date: '2027-10-31', time: '01:30:00' });
  });
});

describe('the next occurrence of a time', () => {
  test('is later today, or tomorrow when it is past or just now', () => {
    expect(next('15:00:00', 'Europe/London', '2026-11-23T14:59:59.999Z')).toBe(
      '2026-11-23T15:00:00Z',
    );
    expect(next('15:00:00', 'Europe/London', '2026-11-23T15:00:00Z')).toBe('2026-11-24T15:00:00Z');
    expect(next('14:00:00', 'Europe/London', '2026-11-23T15:00:00Z')).toBe('2026-11-24T14:00:00Z');
  });

  test('is a day of the zone, not of UTC', () => {
    expect(next('08:00:00', 'Australia/Lord_Howe', '2026-11-23T20:00:00Z')).toBe(
      '2026-11-23T21:00:00Z',
    );
    expect(next('23:00:00', 'America/New_York', '2026-11-24T03:00:00Z')).toBe(
      '2026-11-24T04:00:00Z',
    );
  });

  test('keeps the wall clock over a change of the clocks', () => {
    expect(next('09:00:00', 'Europe/London', '2027-03-27T20:00:00Z')).toBe('2027-03-28T08:00:00Z');
    expect(next('09:00:00', 'Europe/London', '2027-10-30T20:00:00Z')).toBe('2027-10-31T09:00:00Z');
  });

  test('in a gap is the first instant after it', () => {
    expect(next('01:30:00', 'Europe/London', '2027-03-27T20:00:00Z')).toBe('2027-03-28T01:00:00Z');
  });

  test('after the gap that swallowed it today is tomorrow’s', () => {
    expect(next('01:30:00', 'Europe/London', '2027-03-28T01:00:00Z')).toBe('2027-03-29T00:30:00Z');
  });

  test('of a time that exists twice is the first, and after that tomorrow’s', () => {
    expect(next('01:30:00', 'Europe/London', '2027-10-30T20:00:00Z')).toBe('2027-10-31T00:30:00Z');
    expect(next('01:30:00', 'Europe/London', '2027-10-31T00:45:00Z')).toBe('2027-11-01T01:30:00Z');
  });
});

describe('days', () => {
  test('begin at the zone’s midnight and may have 23 or 25 hours', () => {
    const spring = instant('2027-03-28T12:00:00Z');
    expect(iso(startOfDay(spring, 'Europe/London'))).toBe('2027-03-28T00:00:00Z');
    expect(iso(startOfNextDay(spring, 'Europe/London'))).toBe('2027-03-28T23:00:00Z');
    const autumn = instant('2027-10-31T12:00:00Z');
    expect(iso(startOfDay(autumn, 'Europe/London'))).toBe('2027-10-30T23:00:00Z');
    expect(iso(startOfNextDay(autumn, 'Europe/London'))).toBe('2027-11-01T00:00:00Z');
  });

  test('are of the week by the zone’s calendar: 1 is Monday, 7 is Sunday', () => {
    expect(dayOfWeek(instant('2026-11-23T12:00:00Z'), 'Europe/London')).toBe(1);
    expect(dayOfWeek(instant('2026-11-23T02:00:00Z'), 'America/New_York')).toBe(7);
  });

  test('of the calendar are those that it has', () => {
    expect(isCalendarDate('2028-02-29')).toBe(true);
    expect(isCalendarDate('2027-02-29')).toBe(false);
    expect(isCalendarDate('2100-02-29')).toBe(false);
  });
});
