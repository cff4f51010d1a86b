import { isEmergencyText } from '../basics/phone-number.ts';
import { placeNumber } from '../basics/place-number.ts';
import type { Account, Task } from '../task/task.ts';
import type { NumberQuestion, Refusal } from './question.ts';

/**
 * Where calls may go: to what is a phone number, belongs to a customer, and is of a kind and a country
 * that the task allows, and the account too. Nothing of this changes with time.
 */
export function refusedWhere({ to, task, facts }: NumberQuestion): Refusal | undefined {
  if (to === undefined) return { reason: 'not-a-number' };
  if (facts.ours.has(to)) return { reason: 'own-number' };
  const { country, kinds, isEmergency } = placeNumber(to, task.country);
  if (isEmergency) return { reason: 'emergency-number' };
  if (!kinds.some((it) => task.allowedKinds.includes(it)))
    return { reason: kinds.includes('short') ? 'short-number' : 'kind-not-allowed' };
  // of no country are satellites and international services: their kind alone allows them
  if (country !== undefined && !isAllowed(country, task, facts.account))
    return { reason: 'country-not-allowed' };
  return undefined;
}

/** Why a text that `toE164` does not read is not called. */
export function whyNoNumber(given: string, country: string): 'not-a-number' | 'emergency-number' {
  return isEmergencyText(given, country) ? 'emergency-number' : 'not-a-number';
}

function isAllowed(country: string, task: Task, account: Account): boolean {
  const countries = task.allowedCountries ?? [task.country];
  return countries.includes(country) && (account.allowedCountries?.includes(country) ?? true);
}
