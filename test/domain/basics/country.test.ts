import { getCountries } from 'libphonenumber-js/min';
import { countries, countryInsteadOf, isCountry } from '../../../lambdas/domain/basics/country.ts';

test('the list is that of the numbering plans', () => {
  expect(countries).toEqual([...getCountries()].sort());
});

test.each([
  ['UK', 'GB'],
  ['usa', 'US'],
  ['gb', 'GB'],
  ['РФ', 'RU'],
  ['Narnia', undefined],
])('%s is no country: %s was meant', (given, meant) => {
  expect(isCountry(given)).toBe(false);
  expect(countryInsteadOf(given)).toBe(meant);
});
