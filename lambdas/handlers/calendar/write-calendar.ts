import { type Instant, toIso } from '../../domain/basics/instant.ts';

/** An event of a calendar. Texts are as they are, of any characters. */
export interface CalendarEvent {
  /** The same each time that the same thing is told, wherever it has moved. */
  uid: string;
  at: Instant;
  minutes: number;
  summary: string;
  description: string;
}

export interface CalendarText {
  name: string;
  /** When it was written. */
  now: Instant;
  events: readonly CalendarEvent[];
}

/** How often programs are asked to look again. */
const refresh = 'PT15M';

/** A calendar as RFC 5545 writes it, with the name and the refresh of RFC 7986. */
export function writeCalendar({ name, now, events }: CalendarText): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Callback center//Promised calls//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${refresh}`,
    `X-PUBLISHED-TTL:${refresh}`,
    ...events.flatMap((event) => eventLines(event, now)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines({ uid, at, minutes, summary, description }: CalendarEvent, now: Instant) {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(at)}`,
    `DURATION:PT${minutes}M`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    'END:VEVENT',
  ];
}

/** `20261123T103000Z` (RFC 5545, 3.3.5). */
function utc(at: Instant): string {
  return `${toIso(at).slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** RFC 5545, 3.3.11; control characters but tabs have no place in a text. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\\;,]/g, (it) => `\\${it}`)
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/(?!\t)\p{Cc}/gu, '');
}

/** Octets of a line without its end (RFC 5545, 3.1). */
const longestLine = 75;

/** Cut between characters, and never within one. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > longestLine) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
