import { parsePhoneNumberFromString } from 'libphonenumber-js/core';
import ranges from 'libphonenumber-js/min/metadata';

/** A number as people of its country group it, after the country's code; other texts as they stand. */
export function phoneText(number: string): string {
  const digits = number.trim();
  if (!/^\+\d{7,15}$/.test(digits)) return number;
  return parsePhoneNumberFromString(digits, ranges)?.formatInternational() ?? number;
}

/** Where an operator is rung, in short: the number, or what follows `client:` and `sip:`. */
export function addressText(address: string): string {
  return address.startsWith('+') ? phoneText(address) : address.replace(/^(client|sips?):/, '');
}
