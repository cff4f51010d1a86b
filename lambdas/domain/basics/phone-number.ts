import {
  type CountryCode,
  isSupportedCountry,
  Metadata,
  type NumberingPlan,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/core';
import ranges from 'libphonenumber-js/max/metadata';
import { type PhoneText, readPhoneText } from './phone-text.ts';
import { remember } from './remember.ts';
import { writesEmergency } from './service-number.ts';

/**
 * A number as the network dials it (E.164), or undefined when the text is not one as a whole.
 *
 * With a plus it is international. Without, it is the country's own, with or without the country's
 * code, or one abroad as it is dialled there. A reading that is valid, in a range that is in use,
 * beats one that is only possible by its length. Possible alone is taken in the country itself,
 * where a range may be newer than what is known of it, and nowhere else: a digit too many must not
 * ring a phone abroad. What networks send for a withheld number is none.
 *
 * @param country ISO 3166; where nobody knows it, only numbers with a plus are read, and possible
 *   is enough
 */
export function toE164(given: string, country: string): string | undefined {
  return remembered(given, country);
}

/** A call's number is read some ten times on its way. */
const numbersAtHand = 5000;
const remembered = remember(numbersAtHand, readNumber);

function readNumber(given: string, country: string): string | undefined {
  const text = readPhoneText(given);
  if (text === undefined) return undefined;
  const home = homeOf(country);
  const found = text.hasPlus ? withPlus(text, home) : home && withoutPlus(text, home);
  if (found === undefined || !keepsItsParts(text, found, home)) return undefined;
  if (home && isMistyped(text, found, home)) return undefined;
  return isPlaceholder(text.digits) || isPlaceholder(found.number.slice(1))
    ? undefined
    : found.number;
}

/**
 * An operator's address in one canonical form: E.164, `client:name` or `sip:user@domain`;
 * undefined when the text is none of these. Client names are case-sensitive at Twilio, hosts are not.
 */
export function toAddress(given: string, country: string): string | undefined {
  const text = given.trim();
  if (/^client:[^\s,;]{1,256}$/.test(text)) return text;
  const sip = /^sips?:([^\s@]+)@([^\s@]+)$/i.exec(text);
  if (sip) return `sip:${sip[1]}@${sip[2]?.toLowerCase()}`;
  return text.includes(':') ? undefined : (toE164(text, country) ?? toE164(text, 'ZZ'));
}

/**
 * What networks send where a caller's number is withheld: ANONYMOUS, RESTRICTED, UNAVAILABLE,
 * BLOCKED and UNKNOWN as they are typed on a telephone's keys, and noughts; with and without a 1.
 */
const placeholders: ReadonlySet<string> = new Set(
  ['266696687', '7378742833', '86282452253', '2562533', '8656696'].flatMap((it) => [it, `1${it}`]),
);

function isPlaceholder(digits: string): boolean {
  return placeholders.has(digits) || /^\d{0,3}0{7,}$/.test(digits);
}

/** The country where a number is written. */
interface Home {
  country: CountryCode;
  callingCode: string;
  /** Dialled before another area's number, such as Britain's 0 and Russia's 8. */
  trunkPrefix: string | undefined;
  /** A pattern of what is dialled in place of the plus. */
  exitCode: string;
  /** Digits of its longest number, with the trunk prefix. */
  longest: number;
}

function homeOf(country: string): Home | undefined {
  if (!isSupportedCountry(country as CountryCode, ranges)) return undefined;
  const metadata = new Metadata(ranges);
  metadata.selectNumberingPlan(country as CountryCode);
  // the library's types leave both out
  const plan = metadata.numberingPlan as NumberingPlan & {
    nationalPrefix(): string | undefined;
    callingCode(): string;
  };
  const trunkPrefix = plan.nationalPrefix() || undefined;
  return {
    country: country as CountryCode,
    callingCode: plan.callingCode(),
    trunkPrefix,
    exitCode: plan.IDDPrefix(),
    longest: Math.max(...plan.possibleLengths()) + (trunkPrefix?.length ?? 0),
  };
}

function withPlus(text: PhoneText, home: Home | undefined): PhoneNumber | undefined {
  const { digits, groups } = text;
  if (home && groups[0] === home.trunkPrefix) return withoutPlus(text, home); // +8 (495) …
  const found = international(digits);
  const isOwn = home === undefined || (found && isOf(home, found));
  return found?.isValid() || (isOwn && found?.isPossible()) ? found : undefined;
}

/**
 * With the plus left out it is the country's own: `+84951234567` in Russia, where one dials
 * `8 495 1234567`, and `+202 555 0164` in the United States. Nobody can tell which was meant.
 */
function isMistyped({ hasPlus, groups }: PhoneText, found: PhoneNumber, home: Home): boolean {
  const digits = found.number.slice(1);
  if (isOf(home, found) || !isValidAt(home, digits)) return false;
  const [first = ''] = groups;
  const isApart = hasPlus && groups.length > 1 && first.length > found.countryCallingCode.length;
  return isApart || startsWithTrunkPrefix(digits, home);
}

function withoutPlus(text: PhoneText, home: Home): PhoneNumber | undefined {
  const { digits } = text;
  const dialled = asDialled(digits, home);
  if (dialled && !isOf(home, dialled)) return dialled.isValid() ? dialled : undefined;
  const own = [dialled, withOwnCode(digits, home)].filter((it) => it !== undefined);
  // where a number of its own begins with the prefix, one without begins with the country's code
  if (home.trunkPrefix !== undefined && !startsWithTrunkPrefix(digits, home)) own.reverse();
  const valid = own.find((it) => it.isValid());
  if (valid !== undefined) return valid;
  if (digits.startsWith(usualExitCode)) return afterUsualExitCode(digits);
  return (
    abroadAsItStands(text, home) ??
    own.find((it) => it.isPossible() && international(it.number.slice(1))?.isPossible())
  );
}

/**
 * Written for the plus also where another code is dialled (ITU-T E.164 recommends it, Australia dials
 * `0011` and North America `011`); numbers do not begin so.
 */
const usualExitCode = '00';

function afterUsualExitCode(digits: string): PhoneNumber | undefined {
  const found = international(digits.slice(usualExitCode.length));
  return found?.isValid() ? found : undefined;
}

function withOwnCode(digits: string, { callingCode }: Home): PhoneNumber | undefined {
  return digits.startsWith(callingCode) ? international(digits) : undefined;
}

function startsWithTrunkPrefix(digits: string, { trunkPrefix }: Home): boolean {
  return trunkPrefix !== undefined && digits.startsWith(trunkPrefix);
}

/**
 * A number of another country whose plus was left out: in North America's own spelling, or longer
 * than one with a slip would be, and not the country's own with digits to spare.
 */
function abroadAsItStands(text: PhoneText, home: Home): PhoneNumber | undefined {
  const { digits, groups } = text;
  const found = international(digits);
  if (found === undefined || !found.isValid() || isOf(home, found)) return undefined;
  if (/^1 \d{3} \d{3} ?\d{4}$/.test(groups.join(' '))) return found;
  const isSpelledSo = groups.length === 1 || groups[0] === found.countryCallingCode;
  const isLonger = digits.length >= home.longest + 1;
  return isSpelledSo && isLonger && !beginsAtHome(digits, home) ? found : undefined;
}

function beginsAtHome(digits: string, home: Home): boolean {
  return Array.from(digits, (_, length) => digits.slice(0, length)).some((it) =>
    isValidAt(home, it),
  );
}

function isValidAt(home: Home, digits: string): boolean {
  const found = asDialled(digits, home);
  return found !== undefined && isOf(home, found) && found.isValid();
}

function isOf({ callingCode }: Home, { countryCallingCode }: PhoneNumber): boolean {
  return countryCallingCode === callingCode;
}

/** What the digits dial in the country. */
function asDialled(digits: string, { country }: Home): PhoneNumber | undefined {
  return current(parsePhoneNumberFromString(digits, country, ranges));
}

function international(digits: string): PhoneNumber | undefined {
  return current(parsePhoneNumberFromString(`+${digits}`, ranges));
}

/**
 * Mexico dropped what was dialled before mobile numbers and other areas' in 2019 and 2020; files
 * and networks still have it: +52 1 55 …, 044 55 …, 01 55 ….
 */
function current(found: PhoneNumber | undefined): PhoneNumber | undefined {
  const [, number] = /^\+52(?:1|01|02|04[45])(\d{10})$/.exec(found?.number ?? '') ?? [];
  return number === undefined ? found : parsePhoneNumberFromString(`+52${number}`, ranges);
}

/** Whether no country's code was put together of digits that stand apart, nor a bracket read over. */
function keepsItsParts(
  { groups, hasPlus, beforeBracket }: PhoneText,
  { countryCallingCode: code }: PhoneNumber,
  home: Home | undefined,
): boolean {
  const [first = ''] = groups;
  const isTrunk = first === home?.trunkPrefix;
  if (hasPlus && !isTrunk && first.length < code.length) return false;
  if (beforeBracket === undefined) return true;
  if (hasPlus && beforeBracket === '') return first === code;
  const { exitCode = '', trunkPrefix = '' } = home ?? {};
  const trunk = `${trunkPrefix}|[018]|0[12]|04[45]`;
  return new RegExp(`^(?:${exitCode}|${usualExitCode})?(?:${code})?(?:${trunk})?$`).test(
    beforeBracket,
  );
}

/** Whether the text dials an emergency service: then it is no number of the network. */
export function isEmergencyText(given: string, country: string): boolean {
  return writesEmergency(given, homeOf(country)?.callingCode ?? '');
}

/** The country (ISO 3166) of a number in E.164; undefined for one of no country, such as a satellite's. */
export function countryOf(number: string): string | undefined {
  return rememberedCountry(number, '');
}

const rememberedCountry = remember(
  numbersAtHand,
  (number) => parsePhoneNumberFromString(number, ranges)?.country,
);
