import { getCountries } from 'libphonenumber-js/min';
import { canTellTime } from '../../../../lambdas/domain/basics/time-zone.ts';
import { zonesOfArea } from '../../../../lambdas/domain/gate/zones/area-zones.ts';
import { zonesOfCountry } from '../../../../lambdas/domain/gate/zones/country-zones.ts';

const countries: readonly string[] = getCountries();
const areas = Array.from({ length: 1000 }, (_, n) => String(n).padStart(3, '0'));

/** What ICU, whose list is not ours, knows of a country. */
function zonesOfIcu(country: string): string[] {
  type Zoned = Intl.Locale & { timeZones?: string[]; getTimeZones?(): string[] };
  const locale: Zoned = new Intl.Locale(`und-${country}`);
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

const clocks = new Map<string, string>();

/** How far the zone's clocks are from UTC on days over two years: zones that agree give the same text. */
function clocksOf(timeZone: string): string {
  const known = clocks.get(timeZone) ?? readClocks(timeZone);
  clocks.set(timeZone, known);
  return known;
}

function readClocks(timeZone: string): string {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const days = Array.from({ length: 104 }, (_, week) => Date.UTC(2027, 0, 3 + week * 7, 12));
  return days.map((day) => format.format(day).replace(/^.*GMT/, '')).join();
}

test('every country that has phone numbers has zones', () => {
  expect(countries.filter((it) => zonesOfCountry(it).length === 0)).toEqual([]);
});

test.each(['ZZ', 'UK', '', 'toString'])('%p is no country and has none', (country) => {
  expect(zonesOfCountry(country)).toEqual([]);
});

test('of every zone that the tables name the time can be told', () => {
  const ofAreas = areas.flatMap((it) => [...zonesOfArea(`+1${it}`), ...zonesOfArea(`+7${it}`)]);
  const named = new Set([...countries.flatMap(zonesOfCountry), ...ofAreas]);
  expect(named.size).toBeGreaterThan(250);
  expect([...named].filter((it) => !canTellTime(it))).toEqual([]);
});

test('no clock that ICU knows of a country is missing', () => {
  const missing = countries.flatMap((country) => {
    const ours = new Set(zonesOfCountry(country).map(clocksOf));
    return zonesOfIcu(country).filter((zone) => !ours.has(clocksOf(zone)));
  });
  // Crimea, which Russia's numbers cover
  expect(missing).toEqual(['Europe/Simferopol']);
});

test.each([
  ['GB', ['Europe/London']],
  ['DE', ['Europe/Berlin']],
  ['ES', ['Europe/Madrid', 'Atlantic/Canary']],
  ['KZ', ['Asia/Almaty']],
])('%s has the zones %p', (country, zones) => {
  expect(zonesOfCountry(country)).toEqual(zones);
});

test.each([
  ['a Washington number', '+12025550127', ['America/New_York']],
  ['an El Paso number', '+19155550123', ['America/Denver']],
  ['a number of Orlando’s newer code', '+16895550123', ['America/New_York']],
  ['a number of western Kentucky', '+13645550123', ['America/New_York', 'America/Chicago']],
  ['a Jamaican number', '+18765550123', ['America/Jamaica']],
  ['a Toronto number', '+14165550123', ['America/Toronto']],
  ['a Kaliningrad number', '+74012000000', ['Europe/Kaliningrad']],
  ['a Saratov number', '+78452000000', ['Europe/Saratov']],
  ['a Kamchatka number', '+74152000000', ['Asia/Kamchatka']],
  [
    'a number in Yakutia',
    '+74112000000',
    ['Asia/Yakutsk', 'Asia/Vladivostok', 'Asia/Srednekolymsk'],
  ],
  ['a Kazakh mobile number', '+77012000000', ['Asia/Almaty']],
  ['a number in Baikonur', '+73362200000', ['Asia/Almaty']],
  ['a Russian mobile number, of no region', '+79160000000', []],
  ['a number that the caller does not pay for', '+18005550123', []],
  ['a London number, which has no such area', '+442079460018', []],
])('%s: the area’s zones are %p %p', (_, number, zones) => {
  expect(zonesOfArea(number)).toEqual(zones);
});

test('an area of Canada or the United States has no zone that is not its country’s', () => {
  const known = ['US', 'CA', ...caribbean].flatMap(zonesOfCountry).map(clocksOf);
  const strange = areas.filter((it) =>
    zonesOfArea(`+1${it}`).some((zone) => !known.includes(clocksOf(zone))),
  );
  expect(strange).toEqual([]);
});

const caribbean = ['AS', 'BM', 'BS', 'DO', 'GU', 'JM', 'KY', 'MP', 'PR', 'TC'];
