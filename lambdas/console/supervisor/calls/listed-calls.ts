import { signal } from '@preact/signals';
import type { CallList, ListedCall } from '../../../contract/customers.ts';
import { ask, type Refusal } from '../../shell/api/ask.ts';
import { isoDay, ownZone } from '../../words/times.ts';

export interface CallWish {
  from: string;
  to: string;
  timeZone: string;
  task?: string;
  operator?: string;
  outcome?: string;
}

export interface HeldCalls {
  asked: string;
  calls: ListedCall[];
  cursor: string | undefined;
}

export const held = signal<HeldCalls | undefined>();
export const callsProblem = signal<Refusal | undefined>();

/** What the address asks for; today, unless it says another day. */
export function callWishOf(query: Readonly<Record<string, string>>): CallWish {
  const { from = isoDay(Date.now()), to = from, task, operator, outcome } = query;
  return {
    from,
    to: to < from ? from : to,
    timeZone: ownZone,
    ...(task && { task }),
    ...(operator && { operator }),
    ...(outcome && { outcome }),
  };
}

let latest = '';

export async function fetchCalls(wish: CallWish): Promise<void> {
  latest = JSON.stringify(wish);
  const asked = latest;
  const page = await fetchPage(wish, undefined);
  if (page !== undefined && asked === latest) {
    held.value = { asked, calls: page.calls, cursor: page.cursor };
  }
}

export async function fetchMoreCalls(wish: CallWish): Promise<void> {
  const before = held.value;
  if (before?.cursor === undefined) return;
  const page = await fetchPage(wish, before.cursor);
  if (page === undefined || held.value !== before) return;
  held.value = { ...before, calls: [...before.calls, ...page.calls], cursor: page.cursor };
}

export async function allCalls(wish: CallWish): Promise<ListedCall[]> {
  const calls: ListedCall[] = [];
  let cursor: string | undefined;
  do {
    const page = await fetchPage(wish, cursor);
    if (page === undefined) throw new Error('the list could not be read');
    calls.push(...page.calls);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return calls;
}

async function fetchPage(
  wish: CallWish,
  cursor: string | undefined,
): Promise<CallList | undefined> {
  const query = { ...wish, ...(cursor !== undefined && { cursor }) };
  const answer = await ask('POST', '/calls/search', query);
  callsProblem.value = answer.kind === 'done' ? undefined : answer;
  return answer.kind === 'done' ? answer.value : undefined;
}
