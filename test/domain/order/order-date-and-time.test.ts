import { instant } from '../../support/sample-attempt.ts';
import { dueOf, judge, problemOf, takenFor3pm } from './judging.ts';

describe('date and time', () => {
  test('are the wall clock of the task’s zone', () => {
    const summer = { writtenAt: '2026-07-01T12:00:00Z' };
    expect(dueOf({ date_callback: '2026-11-24', time_callback: '09:00' })).toBe(
      '2026-11-24T09:00:00.000Z',
    );
    expect(dueOf({ date_callback: '2026-07-02', time_callback: '09:00' }, summer)).toBe(
      '2026-07-02T08:00:00.000Z',
    );
  });

  test.each([
    ['9:05', '09:05:00'],
    ['09:05', '09:05:00'],
    ['09:05:30', '09:05:30'],
    ['00:00', '00:00:00'],
    ['23:59:59', '23:59:59'],
  ])('a time may be written %s', (time_callback, shown) => {
    expect(judge({ date_callback: '2026-11-24', time_callback })).toMatchObject({
      kind: 'taken',
      dueAt: instant(`2026-11-24T${shown}Z`),
      fields: { date_callback: '2026-11-24', time_callback: shown },
    });
  });

  test('a fraction of a second rounds up: no phone rings early', () => {
    expect(dueOf({ date_callback: '2026-11-24', time_callback: '09:05:30.0010000' })).toBe(
      '2026-11-24T09:05:31.000Z',
    );
    expect(dueOf({ date_callback: '2026-11-24', time_callback: '23:59:59,997' })).toBe(
      '2026-11-25T00:00:00.000Z',
    );
  });

  test('29 February exists in a leap year only', () => {
    expect(dueOf({ date_callback: '2028-02-29', time_callback: '09:00' })).toBe(
      '2028-02-29T09:00:00.000Z',
    );
    expect(problemOf({ date_callback: '2027-02-29', time_callback: '09:00' })).toBe(
      'date_callback is “2027-02-29”, a day that the calendar does not have',
    );
  });

  test.each([
    ['24.11.2026', '09:00'],
    ['2026-11', '09:00'],
    ['tomorrow', '09:00'],
    ['2026-11-24T09:00:00Z', '09:00'],
    ['09:00', '09:00'],
  ])('the date “%s” is refused', (date_callback, time_callback) => {
    expect(problemOf({ date_callback, time_callback })).toBe(
      `date_callback must be YYYY-MM-DD in the row's time zone, got “${date_callback}”`,
    );
  });

  test.each(['24:00', '12:60', '12:00:60', '9am', '12', '2026-11-24'])(
    'the time “%s” is refused',
    (time_callback) => {
      expect(problemOf({ date_callback: '2026-11-24', time_callback })).toBe(
        `time_callback must be HH:mm or HH:mm:ss in the row's time zone, got “${time_callback}”`,
      );
    },
  );

  test.each(['2026-13-01', '2026-00-10', '2026-04-31', '0000-01-00'])(
    'the calendar does not have %s',
    (date_callback) => {
      expect(problemOf({ date_callback, time_callback: '09:00' })).toBe(
        `date_callback is “${date_callback}”, a day that the calendar does not have`,
      );
    },
  );
});

describe('a part that is missing', () => {
  test('10 with nothing that says when is refused', () => {
    expect(problemOf({})).toBe(
      'status is 10 but nothing says when to call: write callaftermin, or date_callback and time_callback',
    );
  });

  test('a date without a time is refused', () => {
    expect(problemOf({ date_callback: '2026-11-24' })).toBe(
      'date_callback is “2026-11-24” but time_callback is empty: write the time as HH:mm',
    );
  });

  test('a time without a date is its next occurrence: later today', () => {
    expect(dueOf({ time_callback: '12:00:01' })).toBe('2026-11-23T12:00:01.000Z');
  });

  test('a time without a date is its next occurrence: tomorrow when it is past or this second', () => {
    expect(dueOf({ time_callback: '11:59' })).toBe('2026-11-24T11:59:00.000Z');
    expect(dueOf({ time_callback: '12:00:00' })).toBe('2026-11-24T12:00:00.000Z');
  });

  test('a time whose date was removed is its next occurrence', () => {
    const columns = { time_callback: '15:00:00' };
    expect(dueOf(columns, { own: takenFor3pm(), writtenAt: '2026-11-23T16:00:00Z' })).toBe(
      '2026-11-24T15:00:00.000Z',
    );
  });
});

describe('SQL datetimes', () => {
  test.each([
    ['2026-11-24 00:00:00.000', '1900-01-01 13:30:00.000'], // SQL Server
    ['2026-11-24 00:00:00', '1899-12-30 13:30:00'], // Access, Excel
    ['2026-11-24T00:00:00', '1900-01-01T13:30:00'],
    ['2026-11-24 00:00:00.0000000', '13:30:00.0000000'], // datetime2, time(7)
    ['2026-11-24 13:30:00', '2026-11-24 13:30:00'],
  ])('“%s” and “%s” are one moment', (date_callback, time_callback) => {
    expect(judge({ date_callback, time_callback })).toEqual({
      kind: 'taken',
      dueAt: instant('2026-11-24T13:30:00Z'),
      fields: { status: '10', date_callback: '2026-11-24', time_callback: '13:30:00' },
    });
  });

  test('one whole moment in the date’s column needs no time', () => {
    expect(dueOf({ date_callback: '2026-11-24 13:30:00' })).toBe('2026-11-24T13:30:00.000Z');
  });

  test('one whole moment in the time’s column needs no date', () => {
    expect(dueOf({ time_callback: '2026-11-24 13:30:00.000' })).toBe('2026-11-24T13:30:00.000Z');
  });

  test.each(['1900-01-01', '1899-12-30'])(
    'day zero %s in the time’s column is no date: the next occurrence counts',
    (dayZero) => {
      expect(dueOf({ time_callback: `${dayZero} 13:30:00.000` })).toBe('2026-11-23T13:30:00.000Z');
      expect(dueOf({ time_callback: `${dayZero} 11:30:00.000` })).toBe('2026-11-24T11:30:00.000Z');
    },
  );

  test('the time’s column has the last word on the time, the date’s on the date', () => {
    const columns = { date_callback: '2026-11-25 08:00:00', time_callback: '2026-11-24 13:30:00' };
    expect(dueOf(columns)).toBe('2026-11-25T13:30:00.000Z');
  });

  test('midnight in the date’s column is a date without a time', () => {
    expect(problemOf({ date_callback: '2026-11-24 00:00:00.000' })).toBe(
      'date_callback is “2026-11-24 00:00:00.000” but time_callback is empty: write the time as HH:mm',
    );
  });

  const daysZero = ['0000-00-00', '0001-01-01', '1899-12-30', '1900-01-01'];

  test.each(daysZero)('the empty date %s in either column is none', (zero) => {
    const noMoment = problemOf({});
    expect(problemOf({ date_callback: zero })).toBe(noMoment);
    expect(problemOf({ date_callback: `${zero} 00:00:00`, time_callback: zero })).toBe(noMoment);
    expect(problemOf({ time_callback: `${zero} 00:00:00.000` })).toBe(noMoment);
    expect(dueOf({ date_callback: zero, time_callback: '13:30' })).toBe('2026-11-23T13:30:00.000Z');
    expect(problemOf({ date_callback: '2026-11-24', time_callback: zero })).toBe(
      'date_callback is “2026-11-24” but time_callback is empty: write the time as HH:mm',
    );
  });

  test.each(daysZero)('a time on the empty date %s in the date’s column is a time', (zero) => {
    expect(dueOf({ date_callback: `${zero} 13:30:00` })).toBe('2026-11-23T13:30:00.000Z');
  });

  test('minutes count beside empty dates', () => {
    const empty = { date_callback: '0000-00-00', time_callback: '0000-00-00 00:00:00' };
    expect(dueOf({ ...empty, callaftermin: 5 })).toBe('2026-11-23T12:05:00.000Z');
  });
});

describe('the running minute', () => {
  const writtenAt = '2026-11-23T12:00:20Z';

  test('named by a clock time without seconds is now, with a date or without', () => {
    const now = '2026-11-23T12:00:20.000Z';
    expect(dueOf({ time_callback: '12:00' }, { writtenAt })).toBe(now);
    expect(dueOf({ date_callback: '2026-11-23', time_callback: '12:00' }, { writtenAt })).toBe(now);
    expect(dueOf({ date_callback: '2026-11-23 12:00' }, { writtenAt })).toBe(now);
  });

  test('is past where seconds are given, or another day', () => {
    expect(dueOf({ time_callback: '12:00:19' }, { writtenAt })).toBe('2026-11-24T12:00:19.000Z');
    const today = { date_callback: '2026-11-23', time_callback: '12:00:00' };
    expect(problemOf(today, { writtenAt })).toMatch(/was past at/);
    const yesterday = { date_callback: '2026-11-22', time_callback: '12:00' };
    expect(problemOf(yesterday, { writtenAt })).toMatch(/was past at/);
  });

  test('is the one in which the row may have been written, at the turn of a minute', () => {
    const written = {
      earliest: instant('2026-11-23T11:59:59.500Z'),
      latest: instant('2026-11-23T12:00:00.400Z'),
    };
    expect(dueOf({ time_callback: '11:59' }, { written })).toBe('2026-11-23T12:00:00.000Z');
    expect(dueOf({ time_callback: '12:00' }, { written })).toBe('2026-11-23T12:00:00.000Z');
  });

  test('is the second one where clocks went back and show it twice', () => {
    const given = { writtenAt: '2026-10-25T01:30:20Z' };
    const columns = { date_callback: '2026-10-25', time_callback: '01:30' };
    expect(dueOf(columns, given)).toBe('2026-10-25T01:30:20.000Z');
  });
});

describe('the past', () => {
  test('a moment in the past is refused with what was given and when that was', () => {
    expect(problemOf({ date_callback: '2026-11-23', time_callback: '11:59:59' })).toBe(
      'the promised moment 2026-11-23 11:59:59 (Europe/London) was past at 2026-11-23T12:00:00.000Z; write a later one',
    );
  });

  test('the present second is not past', () => {
    expect(dueOf({ date_callback: '2026-11-23', time_callback: '12:00' })).toBe(
      '2026-11-23T12:00:00.000Z',
    );
  });

  test('is judged by the earliest instant at which the row may have been written', () => {
    const written = {
      earliest: instant('2026-11-23T11:00:00Z'),
      latest: instant('2026-11-23T12:00:00Z'),
    };
    const at = (time_callback: string) => ({ date_callback: '2026-11-23', time_callback });
    expect(dueOf(at('11:00'), { written })).toBe('2026-11-23T11:00:00.000Z');
    expect(problemOf(at('10:59:59'), { written })).toMatch(/was past at/);
  });

  test('a time without a date comes after the latest instant: no phone rings early for our doubt', () => {
    const written = {
      earliest: instant('2026-11-23T11:00:00Z'),
      latest: instant('2026-11-23T12:00:00Z'),
    };
    expect(dueOf({ time_callback: '11:30' }, { written })).toBe('2026-11-24T11:30:00.000Z');
  });
});
