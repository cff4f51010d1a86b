import { type CountryCode, isSupportedCountry } from 'libphonenumber-js/core';
import plans from 'libphonenumber-js/max/metadata';

/** Whether it is a country with telephone numbers of its own, by ISO 3166: `GB`, and not `UK`. */
export function isCountry(code: string): boolean {
  return isSupportedCountry(code as CountryCode, plans);
}

/** All of them, in the order of their codes. */
export const countries: readonly string[] = Object.keys(plans.countries).sort();

/** What people write and ISO 3166 does not, with what they mean. */
const habits: Readonly<Partial<Record<string, string>>> = {
  UK: 'GB',
  EN: 'GB',
  ENGLAND: 'GB',
  USA: 'US',
  GER: 'DE',
  DEU: 'DE',
  RUS: 'RU',
  РФ: 'RU',
  ESP: 'ES',
  FRA: 'FR',
  POL: 'PL',
  EL: 'GR',
};

/** The country that was meant by a code that is none, where that is known. */
export function countryInsteadOf(given: string): string | undefined {
  const capital = given.trim().toUpperCase();
  return isCountry(capital) ? capital : habits[capital];
}
