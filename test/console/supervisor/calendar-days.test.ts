import { daysOfCalendar } from '../../../lambdas/console/supervisor/tasks/holidays/calendar-days.ts';

const calendar = (...events: string[][]) =>
  [
    'BEGIN:VCALENDAR',
    ...events.flatMap((it) => ['BEGIN:VEVENT', ...it, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n');

test('takes the whole days of events, in their order and each once', () => {
  const christmas = [
    'SUMMARY:Christmas',
    'DTSTART;VALUE=DATE:20261225',
    'DTEND;VALUE=DATE:20261227',
  ];
  const leap = ['DTSTART;VALUE=DATE:20280229', 'SUMMARY;LANGUAGE=en:a line that is', '  folded'];
  expect(daysOfCalendar(calendar(leap, christmas, christmas))).toEqual([
    { date: '2026-12-25', name: 'Christmas' },
    { date: '2026-12-26', name: 'Christmas' },
    { date: '2028-02-29', name: 'a line that is folded' },
  ]);
});

test('names a day by all that falls on it, and one without a name not at all', () => {
  const day = (date: string, ...more: string[]) => [`DTSTART;VALUE=DATE:${date}`, ...more];
  const days = calendar(
    day('20270501', 'SUMMARY:Labour Day\\, May Day'),
    day('20270501', 'SUMMARY:Bank holiday\\nin Scotland'),
    day('20270502'),
  );
  expect(daysOfCalendar(days)).toEqual([
    { date: '2027-05-01', name: 'Labour Day, May Day, Bank holiday in Scotland' },
    { date: '2027-05-02', name: '' },
  ]);
});

test('leaves events with a time of day, and what is no calendar, alone', () => {
  expect(daysOfCalendar(calendar(['DTSTART:20261225T100000Z']))).toEqual([]);
  expect(daysOfCalendar('2026-12-25')).toEqual([]);
});
