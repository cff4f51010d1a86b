import { Temporal } from 'temporal-polyfill';
import { isTimeZone, placeInsteadOf } from '../../../lambdas/domain/basics/time-zone.ts';

test.each([
  'Europe/London',
  'America/Argentina/Buenos_Aires',
  'Europe/Kiev',
  'US/Pacific',
  'UTC',
  'Etc/UTC',
])('“%s” is a time zone', (zone) => {
  expect(isTimeZone(zone)).toBe(true);
});

test.each([
  'Europe/Nowhere',
  '+03:00',
  'GMT+1',
  'Etc/GMT+1',
  'Etc/Unknown',
  'Z',
  'GMT',
  'EST',
  'MST',
  'HST',
  'EST5EDT',
  'PST8PDT',
  'CET',
  'Japan',
  'utc',
  '',
  `Europe/${'London'.repeat(20_000)}`,
  '__proto__',
])('“%.20s” is none', (zone) => {
  expect(isTimeZone(zone)).toBe(false);
});

/** What Intl takes and Temporal forbids: 25 names, each of which once stopped all tasks. */
test('no abbreviation of three letters is a time zone', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const names = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));
  expect(names.filter(isTimeZone)).toEqual(['UTC']);
});

test('every place that the database has is one, and tells the time', () => {
  const places = Intl.supportedValuesOf('timeZone');
  expect(places.length).toBeGreaterThan(400);
  for (const place of places.filter((it) => it.includes('/') && !it.startsWith('Etc/'))) {
    expect([place, isTimeZone(place)]).toEqual([place, true]);
    expect(Temporal.Now.zonedDateTimeISO(place).timeZoneId).toBeDefined();
  }
});

test.each([
  ['PST', 'America/Los_Angeles'],
  ['EST', 'America/New_York'],
  ['CST', 'America/Chicago'],
  ['BST', 'Europe/London'],
  ['IST', 'Asia/Kolkata'],
  ['msk', 'Europe/Moscow'],
  ['Japan', 'Asia/Tokyo'],
  ['GMT+3', undefined],
  ['Москва', undefined],
])('instead of %s one may write %s', (name, place) => {
  expect(placeInsteadOf(name)).toBe(place);
});
