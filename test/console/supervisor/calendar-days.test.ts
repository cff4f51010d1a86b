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
  const leap = ['DTSTART;VALUE=DATE:20280229', 'SUMMARY:a line that is', ' folded'];
  expect(daysOfCalendar(calendar(leap, christmas, christmas))).toEqual([
    '2026-12-25',
    '2026-12-26',
    '2028-02-29',
  ]);
});

test('leaves events with a time of day, and what is no calendar, alone', () => {
  expect(daysOfCalendar(calendar(['DTSTART:20261225T100000Z']))).toEqual([]);
  expect(daysOfCalendar('2026-12-25')).toEqual([]);
});
