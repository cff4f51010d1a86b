import type { Instant } from '../basics/instant.ts';

/**
 * Who said no: the do-not-call record of one number. Its entries are only ever added to, so that what
 * was lifted stays in the record. An entry is about one task's calls, or about all; what was said last
 * of each counts.
 */
export interface DoNotCallRecord {
  /** In E.164. */
  number: string;
  /** The oldest first. */
  entries: readonly DoNotCallEntry[];
  /** What was personal is removed: neither the number nor a reason is stored any more. */
  isErased?: true;
}

export interface DoNotCallEntry {
  kind: 'added' | 'lifted';
  /** The task whose calls it is about; all tasks, if there is none. */
  task?: string | undefined;
  at: Instant;
  /** Who wrote it: an operator's or a supervisor's id; nobody where a caller pressed a key. */
  by?: string | undefined;
  door: DoNotCallDoor;
  reason?: string | undefined;
  /** The attempt in whose talk or form it was said. */
  attempt?: string | undefined;
}

/** Where it was said. `list`: by the supervisors' list, or by software through the API. */
export const doNotCallDoors = ['form', 'keypad', 'desk', 'caller', 'list', 'import'] as const;
export type DoNotCallDoor = (typeof doNotCallDoors)[number];

/** The entries that stand, the oldest first. */
export function standingEntries(record: DoNotCallRecord | undefined): DoNotCallEntry[] {
  const entries = record?.entries ?? [];
  return entries.filter(
    (entry, at) =>
      entry.kind === 'added' && !entries.slice(at + 1).some((later) => replaces(later, entry)),
  );
}

/** Who lifts it for all tasks lifts it for each. */
function replaces(later: DoNotCallEntry, { task }: DoNotCallEntry): boolean {
  return later.task === task || (later.kind === 'lifted' && later.task === undefined);
}

/** The entry because of which the number may not be called for the task. */
export function entryAgainst(
  record: DoNotCallRecord | undefined,
  task: string,
): DoNotCallEntry | undefined {
  return standingEntries(record).find((entry) => entry.task === undefined || entry.task === task);
}

/** Whether the entry says anything that the record does not say yet. */
export function isNews(
  record: DoNotCallRecord | undefined,
  entry: Pick<DoNotCallEntry, 'kind' | 'task'>,
): boolean {
  const standing = standingEntries(record);
  if (entry.kind === 'added') return !standing.some(({ task }) => task === entry.task);
  return standing.some(({ task }) => entry.task === undefined || task === entry.task);
}

/** Whether this talk or form was heard before: what was lifted since is not added again by it. */
export function isHeard(record: DoNotCallRecord | undefined, attempt: string): boolean {
  return record?.entries.some((entry) => entry.attempt === attempt) ?? false;
}
