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
  const { country, kinds } = placeNumber(to, task.country);
  if (!kinds.some((it) => task.allowedKinds.includes(it))) return { reason: 'kind-not-allowed' };
  // of no country are satellites and international services: their kind alone allows them
  if (country !== undefined && !isAllowed(country, task, facts.account))
    return { reason: 'country-not-allowed' };
  return undefined;
}

function isAllowed(country: string, task: Task, account: Account): boolean {
  const countries = task.allowedCountries ?? [task.country];
  return countries.includes(country) && (account.allowedCountries?.includes(country) ?? true);
}
