import type { Account } from '../../../domain/task/task.ts';
import { numberIn } from '../number-in.ts';

/** The account's settings as a form holds them: what is empty is not set, or sets no limit. */
export interface AccountDraft {
  callsPerSecond: string;
  tryAgainMinutes: string;
  allowedCountries: string;
  sipDomains: string;
  calendarNames: boolean;
  /** Apart by commas. */
  awayReasons: string;
}

export function draftOf(account: Account): AccountDraft {
  const { callsPerSecond, tryAgainMinutes, allowedCountries = [], sipDomains = [] } = account;
  return {
    callsPerSecond: callsPerSecond === null ? '' : String(callsPerSecond),
    tryAgainMinutes: tryAgainMinutes === undefined ? '' : String(tryAgainMinutes),
    allowedCountries: allowedCountries.join(' '),
    sipDomains: sipDomains.join(' '),
    calendarNames: account.calendarNames ?? false,
    awayReasons: (account.awayReasons ?? []).join(', '),
  };
}

/** What the API takes. */
export function bodyOf(draft: AccountDraft): object {
  const { callsPerSecond, tryAgainMinutes } = draft;
  const countries = wordsIn(draft.allowedCountries.toUpperCase());
  const domains = wordsIn(draft.sipDomains.toLowerCase());
  const reasons = draft.awayReasons
    .split(',')
    .map((it) => it.trim())
    .filter((it) => it !== '');
  return {
    callsPerSecond: callsPerSecond.trim() === '' ? null : numberIn(callsPerSecond),
    ...(tryAgainMinutes.trim() !== '' && { tryAgainMinutes: numberIn(tryAgainMinutes) }),
    ...(countries.length > 0 && { allowedCountries: countries }),
    ...(draft.calendarNames && { calendarNames: true }),
    ...(domains.length > 0 && { sipDomains: domains }),
    ...(reasons.length > 0 && { awayReasons: reasons }),
  };
}

function wordsIn(text: string): string[] {
  return text.split(/[\s,;]+/).filter((it) => it !== '');
}
