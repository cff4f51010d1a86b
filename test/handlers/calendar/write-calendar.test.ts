import fc from 'fast-check';
import {
  type CalendarEvent,
  writeCalendar,
} from '../../../lambdas/handlers/calendar/write-calendar.ts';

const now = Date.parse('2026-11-23T10:00:00.400Z');
const call: CalendarEvent = {
  uid: 'demo.17@callback-center',
  at: Date.parse('2026-11-23T10:30:00Z'),
  minutes: 15,
  summary: 'Call: Zoë',
  description: 'Demo\n020 7946 0017',
};

interface Property {
  name: string;
  parameters: string;
  value: string;
}

/** What another program makes of a calendar, by RFC 5545 alone: lines, unfolded, and their texts. */
function read(text: string): Property[] {
  const unfolded = text.replaceAll('\r\n ', '');
  expect(unfolded.endsWith('\r\n')).toBe(true);
  return unfolded
    .slice(0, -2)
    .split('\r\n')
    .map((line) => {
      const [, name = '', parameters = '', value = ''] =
        /^([A-Z-]+)((?:;[^:]*)?):(.*)$/su.exec(line) ?? [];
      return { name, parameters, value: unescaped(value) };
    });
}

function unescaped(value: string): string {
  return value.replaceAll(/\\(.)/gsu, (_, it: string) => (/n/i.test(it) ? '\n' : it));
}

const values = (properties: Property[], name: string) =>
  properties.filter((it) => it.name === name).map(({ value }) => value);

test('a call is written in UTC, to the second, with texts that cannot become anything else', () => {
  const text = writeCalendar({ name: 'Anna; a, b', now, events: [call] });
  expect(text.split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Callback center//Promised calls//EN',
    'CALSCALE:GREGORIAN',
    'NAME:Anna\\; a\\, b',
    'X-WR-CALNAME:Anna\\; a\\, b',
    'REFRESH-INTERVAL;VALUE=DURATION:PT15M',
    'X-PUBLISHED-TTL:PT15M',
    'BEGIN:VEVENT',
    'UID:demo.17@callback-center',
    'DTSTAMP:20261123T100000Z',
    'DTSTART:20261123T103000Z',
    'DURATION:PT15M',
    'SUMMARY:Call: Zoë',
    'DESCRIPTION:Demo\\n020 7946 0017',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

test('no line has more than 75 octets, and no character is cut', () => {
  const summary = '😀'.repeat(60);
  const text = writeCalendar({ name: 'Demo', now, events: [{ ...call, summary }] });
  for (const line of text.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line.isWellFormed()).toBe(true);
  }
  expect(values(read(text), 'SUMMARY')).toEqual([summary]);
});

/** What a text may become: ends of lines are one kind, and control characters have no place. */
const kept = (text: string) =>
  text
    .toWellFormed()
    .replaceAll(/\r\n|\r/g, '\n')
    .replaceAll(/(?![\t\n])\p{Cc}/gu, '');

test('whatever a text holds, another program reads back that text, and as many events', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: fc.constantFrom('\\', ';', ',', ':', '\n', '\r', ' ', 'n', 'ж', '😀', '"') }),
    fc.constant('x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:y'),
  );
  const events = fc.array(fc.record({ summary: anyText, description: anyText }), { maxLength: 4 });
  fc.assert(
    fc.property(anyText, events, (name, texts) => {
      const text = writeCalendar({ name, now, events: texts.map((it) => ({ ...call, ...it })) });
      for (const line of text.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      }
      const properties = read(text);
      expect(values(properties, 'NAME')).toEqual([kept(name)]);
      expect(values(properties, 'SUMMARY')).toEqual(texts.map((it) => kept(it.summary)));
      expect(values(properties, 'DESCRIPTION')).toEqual(texts.map((it) => kept(it.description)));
      expect(values(properties, 'BEGIN')).toHaveLength(texts.length + 1);
    }),
  );
});
