import { locales } from '../../domain/basics/language.ts';
import { language } from './language.ts';

/** Instants are ISO texts; zones IANA names, the reader's own where left out. */

export const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(
  instant: string | number,
  zone: string,
  options: Intl.DateTimeFormatOptions,
): string {
  const timeZone = zoneKnownHere(zone);
  return formatterFor(locales[language.value], { ...options, timeZone }).format(new Date(instant));
}

/** A zone that this browser does not know yet spoils no list: its times are those of UTC, and say so. */
function zoneKnownHere(zone: string): string {
  if (!strangeZones.has(zone)) {
    try {
      formatterFor('sv-SE', { timeZone: zone });
    } catch {
      strangeZones.add(zone);
    }
  }
  return strangeZones.has(zone) ? 'UTC' : zone;
}

const strangeZones = new Set<string>();

function marked(time: string, zone: string): string {
  return strangeZones.has(zone) ? `${time} UTC` : time;
}

/** Making one costs as much as a hundred uses of it, and lists are written anew every second. */
function formatterFor(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const formatter = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, formatter);
  return formatter;
}

/** 14:05 */
export function clockTime(instant: string | number, zone = ownZone): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return marked(format(instant, zone, options), zone);
}

/** 14:05:09 */
export function exactTime(instant: string | number, zone = ownZone): string {
  const options = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
  return marked(format(instant, zone, { ...options, hourCycle: 'h23' }), zone);
}

/** Thu 26 Nov; with the year where it is another. */
export function dayName(
  instant: string | number,
  zone = ownZone,
  now: number = Date.now(),
): string {
  const sameYear = isoDay(instant, zone).slice(0, 4) === isoDay(now, zone).slice(0, 4);
  return format(instant, zone, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(!sameYear && { year: 'numeric' }),
  });
}

/** “today 14:05”, “tomorrow 09:00”, “Thu 26 Nov, 09:00”, as the clocks in the zone show it. */
export function moment(instant: string | number, zone = ownZone, now: number = Date.now()): string {
  const near = nearDay(instant, zone, now);
  const time = clockTime(instant, zone);
  return near === undefined ? `${dayName(instant, zone, now)}, ${time}` : `${near} ${time}`;
}

const dayMilliseconds = 86_400_000;

function nearDay(instant: string | number, zone: string, now: number): string | undefined {
  const days = Math.round(
    (Date.parse(isoDay(instant, zone)) - Date.parse(isoDay(now, zone))) / dayMilliseconds,
  );
  if (Math.abs(days) > 1) return undefined;
  return new Intl.RelativeTimeFormat(locales[language.value], { numeric: 'auto' }).format(
    days,
    'day',
  );
}

/** YYYY-MM-DD of the zone. */
export function isoDay(instant: string | number, zone = ownZone): string {
  return formatterFor('sv-SE', { timeZone: zoneKnownHere(zone) }).format(new Date(instant));
}

/** 4:05, 1:04:05; for clocks that run. */
export function runningTime(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const pad = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const tail = `${pad(seconds % 60)}`;
  return hours > 0 ? `${hours}:${pad(minutes)}:${tail}` : `${minutes}:${tail}`;
}

/** “in 5 min”, “2 hr ago”, “in 3 days”: the distance in the largest fitting unit. */
export function distance(instant: string | number, now: number): string {
  const milliseconds = new Date(instant).getTime() - now;
  const [divisor, unit] = unitOf(Math.abs(milliseconds));
  const options = { numeric: 'always', style: 'short' } as const;
  const amount = Math.trunc(milliseconds / divisor);
  return new Intl.RelativeTimeFormat(locales[language.value], options).format(amount, unit);
}

function unitOf(milliseconds: number): [number, Intl.RelativeTimeFormatUnit] {
  if (milliseconds < 60_000) return [1000, 'second'];
  if (milliseconds < 3_600_000) return [60_000, 'minute'];
  if (milliseconds < 2 * dayMilliseconds) return [3_600_000, 'hour'];
  return [dayMilliseconds, 'day'];
}

/** “3 min 20 sec”, “2 days 4 hr”: in the two largest units, without one that is zero. */
export function span(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const from = spanUnits.findIndex(([size]) => seconds >= size || size === 1);
  const [[size, unit] = smallest, [next, smaller] = smallest] = spanUnits.slice(from);
  const rest = Math.floor((seconds % size) / next);
  const text = unitText(Math.floor(seconds / size), unit);
  return rest > 0 ? `${text} ${unitText(rest, smaller)}` : text;
}

const smallest: [number, string] = [1, 'second'];
const spanUnits: [number, string][] = [[86_400, 'day'], [3600, 'hour'], [60, 'minute'], smallest];

function unitText(amount: number, unit: string): string {
  const options = { style: 'unit', unit, unitDisplay: 'short' } as const;
  return new Intl.NumberFormat(language.value, options).format(amount);
}

/** “London”, of Europe/London: as people call a zone. */
export function zoneCity(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
