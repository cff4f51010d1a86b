import { dueOf, judge, problemOf, takenFor3pm } from './judging.ts';

describe('callaftermin', () => {
  test('counts from the instant of the write', () => {
    const given = { writtenAt: '2026-11-23T12:00:00.000Z' };
    expect(dueOf({ callaftermin: 5 }, given)).toBe('2026-11-23T12:05:00.000Z');
  });

  test('0 means at once', () => {
    const given = { writtenAt: '2026-11-23T12:00:00.000Z' };
    expect(dueOf({ callaftermin: 0 }, given)).toBe('2026-11-23T12:00:00.000Z');
  });

  test('is rounded up to the whole second, never down', () => {
    expect(dueOf({ callaftermin: 5 }, { writtenAt: '2026-11-23T12:00:00.001Z' })).toBe(
      '2026-11-23T12:05:01.000Z',
    );
    expect(dueOf({ callaftermin: 5 }, { writtenAt: '2026-11-23T12:00:00.999Z' })).toBe(
      '2026-11-23T12:05:01.000Z',
    );
  });

  test('counts from the latest instant at which the row may have been written', () => {
    const written = {
      earliest: Date.parse('2026-11-23T12:00:00.000Z'),
      latest: Date.parse('2026-11-23T12:00:00.400Z'),
    };
    expect(dueOf({ callaftermin: 5 }, { written })).toBe('2026-11-23T12:05:01.000Z');
  });

  test('is elapsed time: an hour is an hour when the clocks go forward', () => {
    const verdict = judge({ callaftermin: 60 }, { writtenAt: '2027-03-28T00:30:00Z' });
    expect(verdict).toEqual({
      kind: 'taken',
      dueAt: Date.parse('2027-03-28T01:30:00Z'),
      fields: { status: '10', date_callback: '2027-03-28', time_callback: '02:30:00' },
    });
  });

  test('may be a year, and no minute more', () => {
    expect(dueOf({ callaftermin: 525_600 })).toBe('2027-11-23T12:00:00.000Z');
    expect(problemOf({ callaftermin: 525_601 })).toBe(
      'callaftermin must be a whole number of minutes, 0–525600, got “525601”',
    );
  });

  test.each<[unknown]>([[10], ['10'], [' 10 '], ['10.0']])('%p is ten minutes', (callaftermin) => {
    expect(dueOf({ callaftermin })).toBe('2026-11-23T12:10:00.000Z');
  });

  test.each([['завтра'], ['-5'], ['5.5'], ['5 min'], ['1e3'], ['0x10'], ['5,0']])(
    '“%s” is refused',
    (callaftermin) => {
      expect(problemOf({ callaftermin })).toBe(
        `callaftermin must be a whole number of minutes, 0–525600, got “${callaftermin}”`,
      );
    },
  );

  test('a long text is cut in the sentence that refuses it', () => {
    const callaftermin = 'as soon as possible, please, and not in the morning';
    expect(problemOf({ callaftermin })).toBe(
      'callaftermin must be a whole number of minutes, 0–525600, got “as soon as possible, please, and not in …”',
    );
  });
});

describe('callaftermin beside date and time', () => {
  test('wins when both are written', () => {
    const columns = { callaftermin: 5, date_callback: '2026-11-24', time_callback: '09:00' };
    expect(dueOf(columns)).toBe('2026-11-23T12:05:00.000Z');
  });

  test('wins over a date that makes no sense, which is ignored', () => {
    const columns = { callaftermin: 5, date_callback: 'sometime', time_callback: '25:99' };
    expect(dueOf(columns)).toBe('2026-11-23T12:05:00.000Z');
  });

  test('wins over date and time that were changed at the same time', () => {
    const columns = { callaftermin: 5, date_callback: '2026-11-24', time_callback: '09:00' };
    expect(dueOf(columns, { own: takenFor3pm() })).toBe('2026-11-23T12:05:00.000Z');
  });

  test('counts for nothing while it is what was last taken', () => {
    const own = takenFor3pm({ callaftermin: '5' });
    const columns = { callaftermin: 5, date_callback: '2026-11-23', time_callback: '16:00' };
    expect(dueOf(columns, { own })).toBe('2026-11-23T16:00:00.000Z');
  });

  test('text for minutes refuses the row even where date and time make sense', () => {
    const columns = { callaftermin: 'soon', date_callback: '2026-11-24', time_callback: '09:00' };
    expect(problemOf(columns)).toMatch(/^callaftermin must be/);
  });

  test('is not among the fields of an order that was taken: the pair says when', () => {
    expect(judge({ callaftermin: 5 })).toMatchObject({
      fields: { status: '10', date_callback: '2026-11-23', time_callback: '12:05:00' },
    });
  });

  test.each([[''], [null], ['  ']])('%p is absent', (callaftermin) => {
    const columns = { callaftermin, date_callback: '2026-11-23', time_callback: '16:00' };
    expect(dueOf(columns)).toBe('2026-11-23T16:00:00.000Z');
  });
});
