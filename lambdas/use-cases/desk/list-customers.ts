import { lastOutcome } from '../../domain/attempt/attempt.ts';
import type { Outcome } from '../../domain/attempt/outcomes.ts';
import { day, type Instant, second, toIso } from '../../domain/basics/instant.ts';
import { textOf } from '../../domain/row/row.ts';
import { isRowId } from '../../domain/row/row-id.ts';
import type { Task } from '../../domain/task/task.ts';
import { type CustomerFilter, fits } from '../../domain/views/customer-filter.ts';
import type { Ports } from '../../ports/ports.ts';
import type { StoredRow } from '../../ports/rows/rows.ts';
import { searchRows } from './search-rows.ts';

export type CustomerPorts = Pick<Ports, 'rows' | 'views' | 'attempts' | 'clock'>;

/** `due`: of promised calls, the earliest first. */
const customerOrders = ['ascending', 'descending', 'due'] as const;

export interface CustomerWish extends CustomerFilter {
  task: Task;
  /** Beginnings of words, or digits of a number. */
  text?: string | undefined;
  /** What became of the last call. */
  lastOutcome?: Outcome | undefined;
  /** Written then or later, 31 days ago at the most: by the day of UTC, then by Id; with no text or order. */
  updatedSince?: Instant | undefined;
  order: (typeof customerOrders)[number];
  cursor?: string | undefined;
}

export interface Customers {
  rows: StoredRow[];
  /** Absent when all were looked at. */
  cursor?: string;
  /** How many rows were looked at to find these. */
  looked: number;
}

const pageSize = 50;
/** Found by what was typed: who looks for more types another word. */
const mostSearched = 200;
/** Rows that are read at once to find those that no index knows. */
const readAtOnce = 500;
const longestLook = 5 * second;

/**
 * Rows of a task, a page at a time. What was typed, never called, a problem and the next due are found by
 * indexes. All else is known by the rows alone: they are read by Id until a page is full, or for five
 * seconds; the cursor goes on from there.
 */
export async function listCustomers(ports: CustomerPorts, wish: CustomerWish): Promise<Customers> {
  if (wish.text !== undefined) return searched(ports, wish, wish.text);
  const endsAt = ports.clock.now() + longestLook;
  const found: StoredRow[] = [];
  let looked = 0;
  let cursor = wish.cursor;
  do {
    const page = await read(ports, wish, cursor);
    looked += page.rows.length;
    found.push(...(await fitting(ports, page.rows, wish)));
    cursor = page.next;
  } while (cursor !== undefined && found.length < pageSize && ports.clock.now() < endsAt);
  return { rows: found, looked, ...(cursor !== undefined && { cursor }) };
}

async function searched(
  ports: CustomerPorts,
  wish: CustomerWish,
  text: string,
): Promise<Customers> {
  const rows = await searchRows(ports, { task: wish.task, text, limit: mostSearched });
  return { rows: await fitting(ports, rows, wish), looked: rows.length };
}

interface Read {
  rows: StoredRow[];
  next?: string | undefined;
}

async function read(
  ports: CustomerPorts,
  wish: CustomerWish,
  after: string | undefined,
): Promise<Read> {
  const { rows, views } = ports;
  const { task, state, order } = wish;
  if (wish.updatedSince !== undefined)
    return readChanged(ports, wish, { since: wish.updatedSince, after });
  if (order === 'due') return readDue(ports, wish, after);
  if (order === 'ascending' && (state === 'never-called' || state === 'problem')) {
    const from = after === undefined ? undefined : Number(after);
    const list = state === 'problem' ? views.problems : views.fresh;
    const keys = await list.call(views, task.id, from, pageSize);
    const last = keys.length < pageSize ? undefined : keys.at(-1);
    return { rows: await rows.getMany(keys), next: last && String(last.Id) };
  }
  return rows.ofTask(task.id, { order, after, limit: limitOf(wish) });
}

function limitOf({ state, column, lastOutcome }: CustomerWish): number {
  const isFiltered = state !== undefined || column !== undefined || lastOutcome !== undefined;
  return isFiltered ? readAtOnce : pageSize;
}

/** Day after day; a place is a day and an Id. */
async function readChanged(
  { rows, views, clock }: CustomerPorts,
  wish: CustomerWish,
  { since, after }: { since: Instant; after: string | undefined },
): Promise<Read> {
  const [date = dateOf(since), Id = '0'] = after?.split(' ') ?? [];
  const place = { day: date, since, after: Number(Id), limit: limitOf(wish) };
  const { rows: keys, next } = await views.changed(wish.task.id, place);
  const found = await rows.getMany(keys);
  if (next !== undefined) return { rows: found, next: `${date} ${next}` };
  const isOver = date >= dateOf(clock.now());
  return { rows: found, next: isOver ? undefined : dateOf(Date.parse(date) + day) };
}

function dateOf(at: Instant): string {
  return toIso(at).slice(0, 'YYYY-MM-DD'.length);
}

async function readDue(
  { rows, views }: CustomerPorts,
  { task }: CustomerWish,
  cursor: string | undefined,
): Promise<Read> {
  const page = await views.promisedFor(task.id, 'everybody', { limit: pageSize, cursor });
  return { rows: await rows.getMany(page.promises.map(({ key }) => key)), next: page.cursor };
}

async function fitting(
  ports: CustomerPorts,
  rows: readonly StoredRow[],
  wish: CustomerWish,
): Promise<StoredRow[]> {
  const found = rows.filter((row) => isRowId(row.key.Id) && fits(row, wish));
  const { lastOutcome: outcome } = wish;
  if (outcome === undefined) return found;
  const called = found.filter(({ columns }) => textOf(columns.date_call) !== undefined);
  const outcomes = await Promise.all(called.map((row) => outcomeOf(ports, row)));
  return called.filter((_, at) => outcomes[at] === outcome);
}

async function outcomeOf(
  { attempts }: CustomerPorts,
  { key }: StoredRow,
): Promise<Outcome | undefined> {
  const [last] = await attempts.history(key, 1);
  return last && lastOutcome(last);
}
