import { sampleTask } from '../../support/sample-task.ts';
import { dueOf, judge, problemOf, takenFor3pm } from './judging.ts';

const in5 = { callaftermin: 5 };

describe('status', () => {
  test.each([[10], ['10'], [' 10 ']])('%p orders a call', (status) => {
    expect(dueOf({ ...in5, status })).toBe('2026-11-23T12:05:00.000Z');
  });

  test.each([[11], ['11']])('%p is the system’s own and orders nothing', (status) => {
    expect(problemOf({ ...in5, status })).toBe(
      'status 11 is set by the system while a call is on; write 10 to order a call, or remove status to cancel',
    );
  });

  test.each([[99], [0], [-10], ['ten'], ['1O'], [true]])('%p is refused', (status) => {
    expect(problemOf({ ...in5, status })).toBe(
      `status must be 10 (call at the promised time), 12, 13, 14 or empty, got “${status}”`,
    );
  });

  test('a status that makes no sense takes a waiting row off the clock', () => {
    expect(judge({ status: 99 }, { own: takenFor3pm() })).toMatchObject({ kind: 'refused' });
  });
});

describe('tel', () => {
  test.each([[undefined], [null], [''], ['   ']])('%p: there is nothing to call', (tel) => {
    expect(problemOf({ ...in5, tel })).toBe('tel is empty; write the phone number to call');
  });

  test.each(['телефон неизвестен', '12', '+4420', '0000'])(
    '“%s” cannot be a number, and the sentence shows it',
    (tel) => {
      expect(problemOf({ ...in5, tel })).toBe(
        `tel must be a phone number, with its country code or as dialled in GB, and nothing else; got “${tel}”`,
      );
    },
  );

  test('may come as a number', () => {
    expect(dueOf({ ...in5, tel: 442079460017 })).toBe('2026-11-23T12:05:00.000Z');
  });

  test('is read as dialled in the task’s country', () => {
    expect(dueOf({ ...in5, tel: '(202) 555-0164' }, { task: sampleTask({ country: 'US' }) })).toBe(
      '2026-11-23T12:05:00.000Z',
    );
    expect(problemOf({ ...in5, tel: '12' }, { task: sampleTask({ country: 'US' }) })).toMatch(
      'as dialled in US',
    );
  });

  test('is asked for only where a call is ordered', () => {
    expect(judge({ status: 12, tel: null })).toEqual({ kind: 'unchanged' });
  });
});

describe('operator_number', () => {
  test.each([
    [undefined],
    [null],
    [''],
    ['client:anna'],
    ['sip:102@office.sip.twilio.com'],
    ['+44 20 7946 0999'],
    ['020 7946 0999'],
  ])('%p is somebody to talk', (operator_number) => {
    expect(dueOf({ ...in5, operator_number })).toBe('2026-11-23T12:05:00.000Z');
  });

  test.each(['Anna', 'client:', 'client:anna smith', 'sip:102', 'mailto:a@b.example', '7'])(
    '“%s” is refused',
    (operator_number) => {
      expect(problemOf({ ...in5, operator_number })).toBe(
        'operator_number must be a phone number, client:name or sip:user@domain; what it holds is none of these',
      );
    },
  );
});

describe('the task', () => {
  test('that nobody created refuses its rows with what to do about it', () => {
    expect(problemOf(in5, { task: undefined })).toBe(
      'there is no task “demo”; create it, then write the row again',
    );
  });
});

describe('time_zone', () => {
  const at9 = { date_callback: '2026-11-24', time_callback: '09:00' };

  test('is the zone of date and time where the row names one', () => {
    expect(judge({ ...at9, time_zone: 'Australia/Lord_Howe' })).toEqual({
      kind: 'taken',
      dueAt: Date.parse('2026-11-23T22:00:00Z'),
      fields: {
        status: '10',
        date_callback: '2026-11-24',
        time_callback: '09:00:00',
        time_zone: 'Australia/Lord_Howe',
      },
    });
  });

  test('is the zone in which minutes are shown', () => {
    expect(judge({ ...in5, time_zone: 'America/New_York' })).toMatchObject({
      fields: { date_callback: '2026-11-23', time_callback: '07:05:00' },
    });
  });

  test.each([[null], [''], [undefined]])('%p means the task’s', (time_zone) => {
    const task = sampleTask({ timeZone: 'America/New_York' });
    expect(dueOf({ ...at9, time_zone }, { task })).toBe('2026-11-24T14:00:00.000Z');
  });

  test.each([
    ['PST', 'America/Los_Angeles'],
    ['CST', 'America/Chicago'],
    ['BST', 'Europe/London'],
    ['IST', 'Asia/Kolkata'],
    ['EST', 'America/New_York'],
  ])('the abbreviation %s is refused, and a place is named to write instead', (zone, place) => {
    const sentence = `time_zone must be an IANA name such as ${place}, got “${zone}”`;
    expect(problemOf({ ...at9, time_zone: zone })).toBe(sentence);
    expect(problemOf({ ...in5, time_zone: zone })).toBe(sentence);
  });

  test('an abbreviation that is added to a row which was promised before is refused', () => {
    const columns = { date_callback: '2026-11-23', time_callback: '15:00:00', time_zone: 'PST' };
    expect(judge(columns, { own: takenFor3pm() })).toMatchObject({
      kind: 'refused',
      problem: { code: 'not-a-zone', got: 'PST' },
    });
  });

  test.each(['Moscow', 'Europe/Moskau', '+03:00', 'GMT+3', '3'])('“%s” is refused', (time_zone) => {
    expect(problemOf({ ...at9, time_zone })).toBe(
      `time_zone must be an IANA name such as Europe/London, got “${time_zone}”`,
    );
  });
});
