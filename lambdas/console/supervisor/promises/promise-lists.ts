import { signal } from '@preact/signals';
import type { RowList, RowView } from '../../../contract/rows.ts';
import { setServerTime } from '../../browser/clock.ts';
import { ask, type Refusal } from '../../shell/api/ask.ts';

export const listNames = ['today', 'overdue', 'missed', 'orphaned', 'problem', 'upcoming'] as const;
export type ListName = (typeof listNames)[number];

export interface ListWish {
  which: ListName;
  /** An empty text: all tasks. */
  task: string;
}

export interface HeldList {
  /** Whose list it is. */
  wish: ListWish;
  rows: RowView[];
  cursor: string | undefined;
}

/** The list that is shown; undefined while another is being fetched. */
export const list = signal<HeldList | undefined>();
export const listProblem = signal<Refusal | undefined>();

let latest = 0;

/** Fetches the list from its beginning, as far as it was shown already. */
export async function fetchList(wish: ListWish): Promise<void> {
  latest += 1;
  const request = latest;
  const shown = list.value;
  const isSame =
    shown !== undefined && shown.wish.which === wish.which && shown.wish.task === wish.task;
  if (!isSame) list.value = undefined;
  const wanted = isSame ? shown.rows.length : 0;
  let held: HeldList = { wish, rows: [], cursor: undefined };
  do {
    const next = await fetchPage(wish, held.cursor);
    if (request !== latest) return;
    if (next === undefined) return;
    held = { ...held, rows: [...held.rows, ...next.rows], cursor: next.cursor };
  } while (held.cursor !== undefined && held.rows.length < wanted);
  list.value = held;
}

export async function fetchMore(): Promise<void> {
  const held = list.value;
  if (held?.cursor === undefined) return;
  const next = await fetchPage(held.wish, held.cursor);
  if (next === undefined || list.value !== held) return;
  list.value = { ...held, rows: [...held.rows, ...next.rows], cursor: next.cursor };
}

/** The whole list, page by page. */
export async function wholeList(wish: ListWish): Promise<RowView[]> {
  const rows: RowView[] = [];
  let cursor: string | undefined;
  do {
    const page = await fetchPage(wish, cursor);
    if (page === undefined) throw new Error('the list could not be read');
    rows.push(...page.rows);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return rows;
}

async function fetchPage(
  { which, task }: ListWish,
  cursor: string | undefined,
): Promise<RowList | undefined> {
  const query = { which, ...(task !== '' && { task }), ...(cursor !== undefined && { cursor }) };
  const answer = await ask('POST', '/promises', query);
  listProblem.value = answer.kind === 'done' ? undefined : answer;
  if (answer.kind !== 'done') return undefined;
  setServerTime(answer.value.now);
  return answer.value;
}

/** How many are in the lists that want somebody to do something; more than a page is a page and more. */
export const counts = signal<Partial<Record<ListName, { count: number; isMore: boolean }>>>({});

export async function fetchCounts(task: string): Promise<void> {
  for (const which of ['overdue', 'missed', 'orphaned', 'problem'] as const) {
    const page = await ask('POST', '/promises', { which, ...(task !== '' && { task }) });
    if (page.kind !== 'done') return;
    const count = { count: page.value.rows.length, isMore: page.value.cursor !== undefined };
    counts.value = { ...counts.value, [which]: count };
  }
}
