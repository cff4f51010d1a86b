import {
  type NumberType,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/core';
import ranges from 'libphonenumber-js/max/metadata';
import type { NumberKind } from './number-kind.ts';
import { remember } from './remember.ts';
import { isEmergency, mostShortDigits } from './service-number.ts';

export interface PlacedNumber {
  /** ISO 3166; undefined for the numbers of no country, such as satellites'. */
  country: string | undefined;
  /** More than one where its range is shared, as in North America. */
  kinds: readonly NumberKind[];
  isEmergency?: true;
}

/**
 * Where a number is and what it is. One that is only possible, in a range that nobody knows, is what
 * the nearest known range is: a premium number with a slip stays one.
 *
 * @param e164 as `toE164` read it
 * @param home the country where it was read, ISO 3166
 */
export function placeNumber(e164: string, home: string): PlacedNumber {
  return remembered(e164, home);
}

const numbersAtHand = 5000;
const remembered = remember(numbersAtHand, place);

function place(e164: string, home: string): PlacedNumber {
  const own = parsePhoneNumberFromString(e164, ranges);
  if (own === undefined) return { country: undefined, kinds: [] };
  if (!own.isValid() && own.nationalNumber.length <= mostShortDigits)
    return {
      country: home,
      kinds: ['short'],
      ...(isEmergency(own.nationalNumber) && { isEmergency: true }),
    };
  const known = own.isValid() ? own : nearestTo(own);
  if (known === undefined) return { country: own.country ?? home, kinds: ['fixed', 'mobile'] };
  const { countryCallingCode: code } = known;
  const isInternational = known.isNonGeographic();
  return {
    country: isInternational ? undefined : (own.country ?? known.country ?? home),
    kinds: kindsOfCode[code] ?? kindsOfType[known.getType() ?? 'FIXED_LINE_OR_MOBILE'],
  };
}

/** Of codes that belong to no country, where the library knows only how they sound. */
const kindsOfCode: Partial<Record<string, readonly NumberKind[]>> = {
  '870': ['satellite'],
  '881': ['satellite'],
  '882': ['satellite'],
  '883': ['satellite'],
  '878': ['personal'],
  '808': ['shared-cost'],
  '979': ['premium'],
};

const kindsOfType: Record<NonNullable<NumberType>, readonly NumberKind[]> = {
  FIXED_LINE: ['fixed'],
  MOBILE: ['mobile'],
  FIXED_LINE_OR_MOBILE: ['fixed', 'mobile'],
  TOLL_FREE: ['toll-free'],
  VOIP: ['voip'],
  UAN: ['company'],
  SHARED_COST: ['shared-cost'],
  PREMIUM_RATE: ['premium'],
  PERSONAL_NUMBER: ['personal'],
  PAGER: ['pager'],
  VOICEMAIL: ['voicemail'],
};

/** Shorter than an area no range is told by. */
const shortestPrefix = 3;

/** What the last digits are tried as. */
const endings = ['2345678', '5555555', '0000000'];

/** A number in use that shares as many first digits as any that is tried. */
function nearestTo({ countryCallingCode, nationalNumber }: PhoneNumber): PhoneNumber | undefined {
  for (let kept = nationalNumber.length - 1; kept >= shortestPrefix; kept--) {
    const first = nationalNumber.slice(0, kept);
    const rest = nationalNumber.length - kept;
    for (const ending of endings) {
      const text = `+${countryCallingCode}${first}${ending.slice(0, rest)}`;
      const found = parsePhoneNumberFromString(text, ranges);
      if (found?.isValid()) return found;
    }
  }
  return undefined;
}
