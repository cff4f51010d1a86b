import type { Attempt } from '../../domain/attempt/attempt.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import { isRowId } from '../../domain/row/row-id.ts';
import { entriesOf, indexChanges } from '../../domain/views/index-entries.ts';
import { listsChanged } from '../../domain/views/lists-changed.ts';
import { outcomeRecordOf } from '../../domain/views/outcome-record.ts';
import { rowEvents } from '../../domain/views/row-events.ts';
import { type UnkeptPromise, unkeptBy } from '../../domain/views/unkept-promise.ts';
import type { Ports } from '../../ports/ports.ts';
import type { SequencedEvent } from '../../ports/records/views.ts';
import type { StoredRow } from '../../ports/rows/rows.ts';
import { noteIfLate } from './note-if-late.ts';

export type ViewPorts = Pick<Ports, 'views' | 'directory' | 'clock'>;

/** One write to a row, as the stream tells it. */
export interface RowWrite {
  before?: StoredRow;
  after?: StoredRow;
  at: Instant;
  /** Sorts by time, and is the same when the write is told of again. */
  sequence: string;
}

/** The lists of promised calls that a row's writes touched. */
export interface TouchedLists {
  task: string;
  owners: string[];
}

/**
 * Views follow rows. Takes writes to one row that follow each other and writes what is different
 * in the end. The same writes once more, or a part of them and then all, come to the same.
 */
export async function keepRowViews(
  ports: ViewPorts,
  writes: readonly RowWrite[],
): Promise<TouchedLists | undefined> {
  const { views, directory } = ports;
  const before = writes[0]?.before;
  const after = writes.at(-1)?.after;
  const row = (after ?? before ?? writes[0]?.after)?.key;
  if (row === undefined || !isRowId(row.Id)) return undefined;
  const country = await countryOf({ directory }, row.task);
  const states = [before, ...writes.map((write) => write.after)];
  const entries = indexChanges(states.map((state) => entriesOf(state, country)));
  const events = writes.flatMap(eventsOf);
  const unkept = unkeptOf(writes);
  const changedAt = writes.at(-1)?.at;
  await views.follow({ row, changedAt, ...entries, events, unkept });
  for (const { promisedFor } of unkept)
    await noteIfLate(ports, { task: row.task, at: promisedFor });
  const owners = listsChanged(before, after, country);
  return owners && { task: row.task, owners };
}

/** Numbers of a task that nobody created are read as international ones. */
const noCountry = 'ZZ';

export async function countryOf(
  { directory }: Pick<Ports, 'directory'>,
  task: string,
): Promise<string> {
  return (await directory.task(task))?.country ?? noCountry;
}

function eventsOf({ before, after, at, sequence }: RowWrite): SequencedEvent[] {
  return rowEvents(before, after, at).map((event, place) => ({ sequence, place, event }));
}

function unkeptOf(writes: readonly RowWrite[]): UnkeptPromise[] {
  const found = writes.flatMap(({ before, after, at }) => unkeptBy(before, after, at) ?? []);
  return [...new Map(found.map((it) => [it.promisedFor, it])).values()];
}

/** Figures follow attempts: what became of one that is settled is kept, again where it changed. */
export async function keepOutcome(
  ports: ViewPorts,
  { before, after }: { before?: Attempt | undefined; after: Attempt },
): Promise<void> {
  const { views, directory } = ports;
  if (after.facts.settled === undefined) return;
  const task = await directory.task(after.row.task);
  const record = outcomeRecordOf(after, task);
  const known = before && outcomeRecordOf(before, task);
  if (record === undefined || JSON.stringify(record) === JSON.stringify(known)) return;
  await views.keepOutcome(record);
  await noteIfLate(ports, { task: record.task, at: record.settledAt });
}
