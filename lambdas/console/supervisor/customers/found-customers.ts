import { signal } from '@preact/signals';
import type { CustomerList } from '../../../contract/customers.ts';
import type { RowView } from '../../../contract/rows.ts';
import { setServerTime } from '../../browser/clock.ts';
import { ask, type Refusal } from '../../shell/api/ask.ts';

/** As the API takes it. */
export interface CustomerWish {
  task: string;
  text?: string;
  state?: string;
  column?: { name: string; text: string };
  lastOutcome?: string;
  order?: string;
}

export interface FoundCustomers {
  wish: CustomerWish;
  rows: RowView[];
  /** How many rows were read to find these. */
  looked: number;
  cursor: string | undefined;
  isReading: boolean;
}

export const found = signal<FoundCustomers | undefined>();
export const foundProblem = signal<Refusal | undefined>();

let latest = 0;

/** The first page; what is shown stays until there is another. */
export async function findCustomers(wish: CustomerWish): Promise<void> {
  latest += 1;
  const request = latest;
  await readOn({ wish, rows: [], looked: 0, cursor: undefined, isReading: true }, request);
}

export async function findMore(): Promise<void> {
  const held = found.value;
  if (held?.cursor !== undefined) await readOn(held, latest);
}

/** Few fit where rows are read one by one: so many answers are waited for before somebody says go on. */
const mostAnswers = 4;
const enough = 50;

async function readOn(held: FoundCustomers, request: number): Promise<void> {
  const wanted = held.rows.length + enough;
  let now: FoundCustomers = { ...held, isReading: true };
  for (let answers = 0; answers < mostAnswers; answers++) {
    const page = await fetchPage(now.wish, now.cursor);
    if (request !== latest) return;
    if (page === undefined) return;
    const { rows, looked, cursor } = page;
    const isReading = cursor !== undefined && now.rows.length + rows.length < wanted;
    now = {
      wish: now.wish,
      rows: [...now.rows, ...rows],
      looked: now.looked + looked,
      cursor,
      isReading: isReading && answers + 1 < mostAnswers,
    };
    found.value = now;
    if (!now.isReading) return;
  }
}

async function fetchPage(
  wish: CustomerWish,
  cursor: string | undefined,
): Promise<CustomerList | undefined> {
  const query = { ...wish, ...(cursor !== undefined && { cursor }) };
  const answer = await ask('POST', '/customers', query);
  foundProblem.value = answer.kind === 'done' ? undefined : answer;
  if (answer.kind !== 'done') return undefined;
  setServerTime(answer.value.now);
  return answer.value;
}

/** More is a matter for `npm run export`. */
const mostSaved = 50_000;

/** All that fit, page by page. */
export async function allCustomers(wish: CustomerWish): Promise<RowView[]> {
  const rows: RowView[] = [];
  let cursor: string | undefined;
  do {
    const page = await fetchPage(wish, cursor);
    if (page === undefined) throw new Error('the list could not be read');
    rows.push(...page.rows);
    cursor = page.cursor;
  } while (cursor !== undefined && rows.length < mostSaved);
  return rows;
}
