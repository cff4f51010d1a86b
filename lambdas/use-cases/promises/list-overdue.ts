import type { Instant } from '../../domain/basics/instant.ts';
import type { UndialledPromise } from '../../domain/figures/day-sums.ts';
import { dueAtOf, type Row, rowId } from '../../domain/row/row.ts';
import type { Task } from '../../domain/task/task.ts';
import { latePromises } from '../../domain/views/index-entries.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Promises } from '../../ports/records/views.ts';
import type { StoredRow } from '../../ports/rows/rows.ts';
import { placeAfter, readPlace } from './list-place.ts';

export type OverduePorts = Pick<Ports, 'views' | 'rows' | 'clock'>;

const pageSize = 100;

/**
 * Rows whose promise has passed, the longest first. Those that wait for another try are listed by their
 * promise; of all others the promise is the instant at which they are due.
 */
export async function overduePromises(
  ports: OverduePorts,
  { tasks, cursor }: { tasks: readonly Task[]; cursor?: string | undefined },
): Promise<{ rows: StoredRow[]; cursor?: string }> {
  const place = readPlace(cursor);
  const limit = pageSize + place.passed;
  const from = Number.isFinite(place.from) ? place.from : undefined;
  const page = { from, to: ports.clock.now(), limit };
  const listed = (await Promise.all(tasks.map(({ id }) => pastOf(ports, id, page)))).flat();
  const sorted = once(listed.sort((a, b) => a.dueAt - b.dueAt || compareNames(a, b)));
  const shown = sorted.slice(place.passed, limit);
  const rows = await ports.rows.getMany(shown.map(({ key }) => key));
  const next = shown.length < pageSize ? undefined : placeAfter(sorted.slice(0, limit));
  const found = rows.filter((row) => (promisedForOf(row) ?? page.to) < page.to);
  return { rows: found, ...(next !== undefined && { cursor: next }) };
}

/** The promises among them whose customers were not dialled yet; the longest overdue, where there are very many. */
export async function openPromises(
  ports: OverduePorts,
  tasks: readonly Task[],
): Promise<UndialledPromise[]> {
  const found: UndialledPromise[] = [];
  let cursor: string | undefined;
  do {
    const page = await overduePromises(ports, { tasks, cursor });
    for (const row of page.rows) {
      const promisedFor = promisedForOf(row);
      const { dialledAt, delayedBy } = row.own;
      if (promisedFor !== undefined && dialledAt === undefined)
        found.push({ promisedFor, delayedBy });
    }
    cursor = page.cursor;
  } while (cursor !== undefined && found.length < mostCounted);
  return found;
}

const mostCounted = 2000;

/** What was promised, of a row that waits at 10. */
function promisedForOf(row: Row): Instant | undefined {
  const dueAt = dueAtOf(row);
  return dueAt === undefined ? undefined : (row.own.promisedFor ?? dueAt);
}

async function pastOf(
  { views }: OverduePorts,
  task: string,
  page: { from: Instant | undefined; to: Instant; limit: number },
): Promise<Promises['promises']> {
  const [late, due] = await Promise.all([
    views.promisedFor(task, [latePromises], page),
    views.promisedFor(task, 'everybody', page),
  ]);
  return [...late.promises, ...due.promises];
}

/** A late one that is due again is in both lists: its promise comes first. */
function once(sorted: Promises['promises']): Promises['promises'] {
  const first = new Map<string, Promises['promises'][number]>();
  for (const it of sorted) {
    const name = rowId(it.key);
    if (!first.has(name)) first.set(name, it);
  }
  return [...first.values()];
}

function compareNames(a: { key: StoredRow['key'] }, b: { key: StoredRow['key'] }): number {
  return rowId(a.key) < rowId(b.key) ? -1 : 1;
}
