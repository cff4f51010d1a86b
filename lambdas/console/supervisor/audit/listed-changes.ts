import { signal } from '@preact/signals';
import type { AuditLine, AuditList } from '../../../contract/audit.ts';
import { ask, type Refusal } from '../../shell/api/ask.ts';
import { isoDay, ownZone } from '../../words/times.ts';

export interface ChangeWish {
  from: string;
  to: string;
  timeZone: string;
  task?: string;
  by?: string;
  about?: string;
}

interface HeldChanges {
  asked: string;
  entries: AuditLine[];
  cursor: string | undefined;
}

export const held = signal<HeldChanges | undefined>();
export const changesProblem = signal<Refusal | undefined>();

const shownDays = 7;

/** What the address asks for; the last week, unless it says other days. */
export function changeWishOf(query: Readonly<Record<string, string>>): ChangeWish {
  const today = Date.now();
  const { to = isoDay(today), task, by, about } = query;
  const { from = isoDay(today - (shownDays - 1) * 24 * 3_600_000) } = query;
  return {
    from: from > to ? to : from,
    to,
    timeZone: ownZone,
    ...(task && { task }),
    ...(by && { by }),
    ...(about && { about }),
  };
}

let latest = '';

export async function fetchChanges(wish: ChangeWish): Promise<void> {
  latest = JSON.stringify(wish);
  const asked = latest;
  const page = await fetchPage(wish, undefined);
  if (page !== undefined && asked === latest) held.value = { asked, ...pageOf(page) };
}

export async function fetchMoreChanges(wish: ChangeWish): Promise<void> {
  const before = held.value;
  if (before?.cursor === undefined) return;
  const page = await fetchPage(wish, before.cursor);
  if (page === undefined || held.value !== before) return;
  held.value = { ...before, ...pageOf(page), entries: [...before.entries, ...page.entries] };
}

export async function allChanges(wish: ChangeWish): Promise<AuditLine[]> {
  const entries: AuditLine[] = [];
  let cursor: string | undefined;
  do {
    const page = await fetchPage(wish, cursor);
    if (page === undefined) throw new Error('the list could not be read');
    entries.push(...page.entries);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return entries;
}

function pageOf({ entries, cursor }: AuditList) {
  return { entries, cursor };
}

async function fetchPage(
  wish: ChangeWish,
  cursor: string | undefined,
): Promise<AuditList | undefined> {
  const query = { ...wish, ...(cursor !== undefined && { cursor }) };
  const answer = await ask('POST', '/audit', query);
  changesProblem.value = answer.kind === 'done' ? undefined : answer;
  return answer.kind === 'done' ? answer.value : undefined;
}
