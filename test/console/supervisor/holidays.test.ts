import {
  calendarCountries,
  daysOff,
  regionsOf,
  statesOf,
} from '../../../lambdas/console/supervisor/tasks/holidays/holiday-calendars.ts';
import {
  holidaysIn,
  holidayText,
} from '../../../lambdas/console/supervisor/tasks/holidays/holiday-text.ts';

const inCountry = (country: string, state = '', region = '') => ({ country, state, region });

test('a country’s days off, also those that last several days', () => {
  const days = daysOff(inCountry('RU'), 2027, 'ru');
  const january = days.filter(({ date }) => date < '2027-02');
  expect(january.map(({ date }) => date.slice(-2))).toEqual(
    ['01', '02', '03', '04', '05', '06', '07', '08'], // New Year, its holidays, Christmas by the old calendar
  );
  expect(days).toContainEqual({ date: '2027-05-09', name: 'День Победы', isPublic: true });
});

test('a state and a region have days of their own', () => {
  expect(statesOf({ country: 'DE' })).toMatchObject({ BY: 'Bayern' });
  expect(regionsOf(inCountry('DE', 'BY'))).toHaveProperty('A');
  expect(regionsOf(inCountry('DE'))).toEqual({});
  const dates = (state: string, region?: string) =>
    daysOff(inCountry('DE', state, region), 2027, 'en').map(({ date }) => date);
  expect(dates('')).not.toContain('2027-01-06'); // Epiphany
  expect(dates('BY')).toContain('2027-01-06');
  expect(dates('BY')).not.toContain('2027-08-08'); // the Peace of Augsburg
  expect(dates('BY', 'A')).toContain('2027-08-08');
});

test('many countries have a calendar, and each day comes once', () => {
  expect(calendarCountries()).toEqual(expect.arrayContaining(['GB', 'US', 'RU', 'DE', 'FR']));
  const dates = daysOff(inCountry('GB', 'SCT'), 2027, 'en').map(({ date }) => date);
  expect(new Set(dates).size).toBe(dates.length);
  expect([...dates].sort()).toEqual(dates);
});

describe('holidays as a text', () => {
  const holidays = ['2026-12-25', '2026-12-26'];
  const holidayNames = { '2026-12-25': 'Christmas Day' };

  test('have their names after them', () => {
    const text = holidayText({ holidays, holidayNames });
    expect(text).toBe('2026-12-25 Christmas Day\n2026-12-26');
    expect(holidaysIn(text)).toEqual({ holidays, holidayNames });
  });

  test('may stand in one line, in any order and twice', () => {
    expect(holidaysIn('2026-12-26, 2026-12-25;2026-12-26')).toEqual({ holidays });
    expect(holidaysIn('2026-12-26 2026-12-25 Christmas Day\n2026-12-25')).toEqual({
      holidays,
      holidayNames,
    });
  });

  test('what is no date is left to the server', () => {
    expect(holidaysIn('25.12.2026').holidays).toEqual(['25.12.2026']);
  });
});
