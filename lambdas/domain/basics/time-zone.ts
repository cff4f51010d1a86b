import { Temporal } from 'temporal-polyfill';

const knownZones = new Map<string, boolean>();

/** IANA names no longer than this exist (“America/Argentina/ComodRivadavia”). */
const mostCharacters = 32;

/**
 * Whether it is a place of the IANA database, `Region/City`, or UTC: what a row or a task may name.
 * Abbreviations (`PST`, `EST5EDT`) and distances (`Etc/GMT+5`, whose sign means the contrary of
 * what people read) are none.
 */
export function isTimeZone(zone: string): boolean {
  return (isPlace(zone) || /^(Etc\/)?UTC$/.test(zone)) && canTellTime(zone);
}

function isPlace(zone: string): boolean {
  return /^[A-Za-z]+\/[A-Za-z]/.test(zone) && !/^(Etc|SystemV)\//i.test(zone);
}

/** Asks what later reads the clock there; remembered, since that takes a while and zones are few. */
export function canTellTime(zone: string): boolean {
  if (zone.length > mostCharacters || /^[+-]/.test(zone)) return false;
  const known = knownZones.get(zone) ?? exists(zone);
  if (knownZones.size < 1000) knownZones.set(zone, known);
  return known;
}

function exists(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/** The place that is most often meant, by abbreviation. */
const places = new Map(
  Object.entries({
    'America/New_York': ['EST', 'EDT', 'ET', 'EST5EDT', 'EASTERN'],
    'America/Chicago': ['CST', 'CDT', 'CT', 'CST6CDT', 'CENTRAL'],
    'America/Denver': ['MST', 'MDT', 'MT', 'MST7MDT', 'MOUNTAIN'],
    'America/Los_Angeles': ['PST', 'PDT', 'PT', 'PST8PDT', 'PACIFIC'],
    'America/Anchorage': ['AKST', 'AKDT'],
    'Pacific/Honolulu': ['HST'],
    'America/Halifax': ['AST', 'ADT'],
    'America/St_Johns': ['NST', 'NDT'],
    'America/Sao_Paulo': ['BRT', 'BRST'],
    'Europe/London': ['BST', 'GMT', 'GB', 'UK'],
    'Europe/Lisbon': ['WET', 'WEST'],
    'Europe/Paris': ['CET', 'CEST', 'MET', 'MEST'],
    'Europe/Athens': ['EET', 'EEST'],
    'Europe/Moscow': ['MSK', 'MSD', 'МСК'],
    'Africa/Johannesburg': ['SAST'],
    'Africa/Nairobi': ['EAT'],
    'Asia/Kolkata': ['IST'],
    'Asia/Shanghai': ['CTT'],
    'Asia/Tokyo': ['JST'],
    'Asia/Seoul': ['KST'],
    'Asia/Singapore': ['SGT'],
    'Australia/Sydney': ['AEST', 'AEDT', 'AET'],
    'Australia/Adelaide': ['ACST', 'ACDT'],
    'Australia/Perth': ['AWST'],
    'Pacific/Auckland': ['NZST', 'NZDT', 'NZ'],
    'Pacific/Pago_Pago': ['SST'],
  }).flatMap(([place, names]) => names.map((name) => [name, place] as const)),
);

/** A place to write instead of a name that is none, where one is known. */
export function placeInsteadOf(name: string): string | undefined {
  return places.get(name.toUpperCase()) ?? canonicalPlace(name);
}

/** ICU still knows what older names stood for, such as `Japan`. */
function canonicalPlace(name: string): string | undefined {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    return isPlace(timeZone) ? timeZone : undefined;
  } catch {
    return undefined;
  }
}
