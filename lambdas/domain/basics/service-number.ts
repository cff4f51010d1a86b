import { readPhoneText } from './phone-text.ts';

/**
 * Numbers that are dialled in an emergency in some country, after the short numbers that Google's
 * libphonenumber lists (resources/ShortNumberMetadata.xml, July 2026; Apache-2.0), without Gabon's of
 * four digits. What is one anywhere is one here: nobody shall reach an ambulance by a slip.
 */
const emergencyNumbers: ReadonlySet<string> = new Set(
  `
01 02 03 13 14 15 16 17 18 19 90 91 92 93 94 000 001 002 003 011 019 022 033 050 060 065 066 068
080 085 088 100 101 102 103 104 105 106 107 108 110 111 112 113 114 115 116 117 118 119 120 122
123 124 125 127 128 129 130 131 132 133 140 144 150 151 152 153 154 155 156 157 158 159 160 166
170 171 172 175 177 180 188 190 191 192 193 194 195 197 198 199 211 311 333 355 511 555 666 819
888 901 902 903 911 912 913 917 919 922 933 939 955 977 990 991 992 993 994 995 996 997 998 999
1122 1220 1298 1444 1669 1730 2611 9999 10111 10177 90000
`
    .trim()
    .split(/\s+/),
);

/** Whether a country's own digits dial police, fire or ambulance somewhere, with a nought more or less. */
export function isEmergency(digits: string): boolean {
  return [digits, `0${digits}`, digits.replace(/^0+/, '')].some((it) => emergencyNumbers.has(it));
}

/** The European harmonised services have six digits (116 000). */
export const mostShortDigits = 6;

/**
 * Whether a text is an emergency number as people write it.
 *
 * @param callingCode of the country, which may stand before it: `+44 999`
 */
export function writesEmergency(given: string, callingCode: string): boolean {
  const text = readPhoneText(given);
  if (text === undefined) return false;
  const { digits, hasPlus } = text;
  const own = hasPlus && digits.startsWith(callingCode) ? digits.slice(callingCode.length) : digits;
  return isEmergency(own);
}
