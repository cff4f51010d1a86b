import type { DoNotCallEntry, ListedNumber } from '../../../contract/do-not-call.ts';
import { toIso } from '../../../domain/basics/instant.ts';
import { type DoNotCallRecord, standingEntries } from '../../../domain/do-not-call/do-not-call.ts';

export function showListed(record: DoNotCallRecord): ListedNumber {
  const stands = standingEntries(record).length > 0;
  return { number: record.number, stands, entries: showEntries(record) };
}

export function showEntries(record: DoNotCallRecord | undefined): DoNotCallEntry[] {
  return (record?.entries ?? []).map(({ at, ...entry }) => ({ ...entry, at: toIso(at) }));
}
