import {
  customerZones,
  spokenZone,
  type ZoneSource,
} from '../../../../lambdas/domain/gate/zones/customer-zones.ts';
import { sampleTask } from '../../../support/sample-task.ts';

const london = sampleTask({ timeZone: 'Europe/London' });

/** Whose word it is, and the zones. */
function zonesOf(to: string | undefined, columns = {}): [ZoneSource, ...string[]] {
  const { from, zones } = customerZones({ columns, task: london, to });
  return [from, ...zones];
}

test('the row’s own zone counts before all else', () => {
  const row = { time_zone: ' Asia/Tokyo ' };
  expect(zonesOf('+12025550127', row)).toEqual(['row', 'Asia/Tokyo']);
});

test.each(['PST', 'Moscow', '', null])(
  'a row’s zone that is none, %p, counts for nothing',
  (zone) => {
    expect(zonesOf('+12025550127', { time_zone: zone })).toEqual(['number', 'America/New_York']);
  },
);

test.each([
  ['a Washington number in a London task', '+12025550127', ['number', 'America/New_York']],
  ['a London number', '+442079460018', ['number', 'Europe/London']],
  ['a number in Guernsey', '+441481960018', ['number', 'Europe/Guernsey']],
  ['a Berlin number', '+493023125000', ['number', 'Europe/Berlin']],
  ['a Kamchatka number', '+74152000000', ['number', 'Asia/Kamchatka']],
  ['a Kazakh number', '+77012000000', ['number', 'Asia/Almaty']],
  [
    'an Idaho number, on a border',
    '+12085550123',
    ['number', 'America/Denver', 'America/Los_Angeles'],
  ],
  [
    'a Spanish number, whose country has two',
    '+34912345678',
    ['country', 'Europe/Madrid', 'Atlantic/Canary'],
  ],
  ['a satellite’s number, of no country', '+881612345678', ['task', 'Europe/London']],
  ['what is no number', undefined, ['task', 'Europe/London']],
])('%s', (_, to, zones) => {
  expect(zonesOf(to)).toEqual(zones);
});

test('a Russian mobile number may be anywhere in the country', () => {
  const [from, ...zones] = zonesOf('+79160000000');
  expect(from).toBe('country');
  expect(zones).toHaveLength(11);
  expect(zones).toEqual(expect.arrayContaining(['Europe/Kaliningrad', 'Asia/Kamchatka']));
});

test('a number in North America that tells no area may be anywhere in its country', () => {
  const [from, ...zones] = zonesOf('+18005550123');
  expect(from).toBe('country');
  expect(zones).toContain('Pacific/Honolulu');
});

test.each([
  ['a Washington caller by their own clock', '+12025550127', 'America/New_York'],
  ['a caller somewhere in Russia by the task’s', '+79160000000', 'Europe/London'],
  ['one of no country by the task’s', undefined, 'Europe/London'],
])('a time is told %s', (_, to, zone) => {
  expect(spokenZone({ columns: {}, task: london, to })).toBe(zone);
});
