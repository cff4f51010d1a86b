import { signal } from '@preact/signals';
import type { ListedNumber } from '../../../contract/do-not-call.ts';
import { ask, type Refusal } from '../../shell/api/ask.ts';

export interface HeldNumbers {
  /** What was searched for. */
  text: string;
  numbers: ListedNumber[];
  cursor: string | undefined;
}

export const listed = signal<HeldNumbers | undefined>();
export const listedProblem = signal<Refusal | undefined>();

let latest = 0;

/** The list from its beginning. */
export async function fetchListed(text: string): Promise<void> {
  latest += 1;
  const request = latest;
  const page = await fetchPage(text, undefined);
  if (request === latest && page !== undefined) listed.value = page;
}

export async function fetchMoreListed(): Promise<void> {
  const held = listed.value;
  if (held?.cursor === undefined) return;
  const page = await fetchPage(held.text, held.cursor);
  if (page === undefined || listed.value !== held) return;
  listed.value = { ...page, numbers: [...held.numbers, ...page.numbers] };
}

/** All that are found, page by page. */
export async function allListed(text: string): Promise<ListedNumber[]> {
  const all: ListedNumber[] = [];
  let cursor: string | undefined;
  do {
    const page = await fetchPage(text, cursor);
    if (page === undefined) throw new Error('the list could not be read');
    all.push(...page.numbers);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return all;
}

/** A page may be empty and not be the last: the next ones are looked at until something is found. */
async function fetchPage(
  text: string,
  after: string | undefined,
): Promise<HeldNumbers | undefined> {
  let cursor = after;
  for (;;) {
    const query = { ...(text !== '' && { text }), ...(cursor !== undefined && { cursor }) };
    const answer = await ask('POST', '/do-not-call/search', query);
    listedProblem.value = answer.kind === 'done' ? undefined : answer;
    if (answer.kind !== 'done') return undefined;
    cursor = answer.value.cursor;
    const { numbers } = answer.value;
    if (numbers.length > 0 || cursor === undefined) return { text, numbers, cursor };
  }
}
