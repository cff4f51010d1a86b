type Times = typeof import('../../lambdas/console/words/times.ts');
type Language = typeof import('../../lambdas/console/words/language.ts');

let times: Times;
let language: Language['language'];
beforeAll(async () => {
  // The page's document, as far as the language writes to it.
  Object.assign(globalThis, { document: { documentElement: {} } });
  times = await import('../../lambdas/console/words/times.ts');
  ({ language } = await import('../../lambdas/console/words/language.ts'));
});
beforeEach(() => {
  language.value = 'en';
});

const now = Date.parse('2026-11-26T22:30:00Z');

test.each([
  ['2026-11-26T22:45:00Z', 'Europe/London', 'today 22:45'],
  // It is tomorrow there already.
  ['2026-11-26T22:45:00Z', 'Asia/Tokyo', 'today 07:45'],
  ['2026-11-27T09:00:00Z', 'Europe/London', 'tomorrow 09:00'],
  ['2026-11-25T09:00:00Z', 'Europe/London', 'yesterday 09:00'],
  ['2026-12-01T09:00:00Z', 'Europe/London', 'Tue 1 Dec, 09:00'],
  ['2027-01-02T09:00:00Z', 'Europe/London', 'Sat, 2 Jan 2027, 09:00'],
])('%s on a clock of %s is %s', (instant, zone, text) => {
  expect(times.moment(instant, zone, now)).toBe(text);
});

test('the same in Russian', () => {
  language.value = 'ru';
  expect(times.moment('2026-11-27T09:00:00Z', 'Europe/London', now)).toBe('завтра 09:00');
});

test.each([
  [0, '0:00'],
  [65_000, '1:05'],
  [3_725_000, '1:02:05'],
  [-5000, '0:00'],
])('a clock that has run %d ms shows %s', (milliseconds, text) => {
  expect(times.runningTime(milliseconds)).toBe(text);
});

test.each([
  [20_000, '20 sec'],
  [200_000, '3 min 20 sec'],
  [240_000, '4 min'],
  [5_400_000, '1 hr 30 min'],
  [0, '0 sec'],
  [86_400_000, '1 day'],
  [187_200_000, '2 days 4 hr'],
  // Rounded before it is split: never “60 sec”.
  [59_900, '1 min'],
])('%d ms last %s', (milliseconds, text) => {
  expect(times.span(milliseconds)).toBe(text);
});

test.each([
  ['2026-11-26T22:35:00Z', 'in 5 min'],
  ['2026-11-26T20:30:00Z', '2 hr ago'],
  ['2026-11-29T22:30:00Z', 'in 3 days'],
])('%s is %s', (instant, text) => {
  expect(times.distance(instant, now)).toBe(text);
});

test('a zone that the browser does not know spoils one time only, which says so', () => {
  const at = '2026-11-23T14:05:00Z';
  expect(times.clockTime(at, 'Mars/Olympus_Mons')).toBe('14:05 UTC');
  expect(times.isoDay(at, 'Mars/Olympus_Mons')).toBe('2026-11-23');
  expect(times.clockTime(at, 'Asia/Tokyo')).toBe('23:05');
});
