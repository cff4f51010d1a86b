import { countries } from '../../../domain/basics/country.ts';
import { language } from '../../words/language.ts';

interface Option {
  value: string;
  label: string;
}

/** All countries by their names; one that a task already has stays a choice, whatever it is. */
export function countryOptions(chosen: string): Option[] {
  const named = countries.map((code) => ({ value: code, label: `${countryName(code)} (${code})` }));
  named.sort((a, b) => a.label.localeCompare(b.label, language.value));
  return withChosen(named, chosen);
}

function countryName(code: string): string {
  const names = new Intl.DisplayNames(language.value, { type: 'region', fallback: 'code' });
  return names.of(code) ?? code;
}

/** The places that a task may name: no abbreviations and no distances from UTC. */
export function zoneOptions(chosen: string): Option[] {
  const places = Intl.supportedValuesOf('timeZone').filter((it) => /^(?!Etc\/).+\//.test(it));
  const zones = [...places, 'UTC'];
  return withChosen(
    zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
    chosen,
  );
}

function withChosen(options: Option[], chosen: string): Option[] {
  const isThere = options.some(({ value }) => value === chosen);
  return isThere ? options : [{ value: chosen, label: chosen }, ...options];
}
