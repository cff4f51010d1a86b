import type { Instant } from '../basics/instant.ts';
import { toAddress, toE164 } from '../basics/phone-number.ts';
import { dueAtOf, isFresh, type Row, textOf } from '../row/row.ts';
import { searchTermsOf } from './search-terms.ts';

/** Where a row is found: an entry of one of the views. It holds nothing but how it is found. */
export type ViewEntry =
  | { view: 'word'; word: string }
  | { view: 'number'; e164: string }
  /** `owner`: the address that the row names, in its canonical form, `anybody`, or `latePromises`. */
  | { view: 'promised'; owner: string; dueAt: Instant }
  /** Never called, and nothing ordered. */
  | { view: 'fresh' }
  | { view: 'problem' };

/**
 * Whose list the rows are in whose next try comes later than their promise: by the instant that was
 * promised, which no index of the table knows. No address is written so.
 */
export const latePromises = '(late)';

/** All entries of a row; none for one that is not there. `country`: of its task. */
export function entriesOf(row: Row | undefined, country: string): ViewEntry[] {
  if (row === undefined) return [];
  const entries: ViewEntry[] = searchTermsOf(row.columns).map((word) => ({ view: 'word', word }));
  const e164 = toE164(textOf(row.columns.tel) ?? '', country);
  if (e164 !== undefined) entries.push({ view: 'number', e164 });
  const dueAt = dueAtOf(row);
  if (dueAt !== undefined) entries.push({ view: 'promised', owner: ownerOf(row, country), dueAt });
  const { promisedFor } = row.own;
  if (dueAt !== undefined && promisedFor !== undefined && promisedFor < dueAt) {
    entries.push({ view: 'promised', owner: latePromises, dueAt: promisedFor });
  }
  if (isFresh(row)) entries.push({ view: 'fresh' });
  if (row.own.problem !== undefined) entries.push({ view: 'problem' });
  return entries;
}

export function ownerOf({ columns }: Row, country: string): string {
  const named = textOf(columns.operator_number);
  return named === undefined ? 'anybody' : (toAddress(named, country) ?? named);
}

/**
 * Brings a row's entries up to date, given those of each state that it went through. Entries that all
 * states share stay as they are; those of earlier states may have been written by a try that failed later.
 */
export function indexChanges(states: readonly (readonly ViewEntry[])[]): {
  put: ViewEntry[];
  remove: ViewEntry[];
} {
  const sets = states.map((entries) => new Set(entries.map(nameOf)));
  const last = states.at(-1) ?? [];
  const names = new Set(last.map(nameOf));
  const gone = states.flat().filter((entry) => !names.has(nameOf(entry)));
  return {
    put: last.filter((entry) => !sets.every((set) => set.has(nameOf(entry)))),
    remove: [...new Map(gone.map((entry) => [nameOf(entry), entry])).values()],
  };
}

function nameOf(entry: ViewEntry): string {
  return JSON.stringify(entry);
}
