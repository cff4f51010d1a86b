import { signal } from '@preact/signals';
import type { RowView } from '../../../contract/rows.ts';
import { setServerTime } from '../../browser/clock.ts';
import { ask } from '../../shell/api/ask.ts';
import { PagedList, pageOf } from '../paged-list.ts';

export const listNames = ['today', 'overdue', 'missed', 'orphaned', 'problem', 'upcoming'] as const;
export type ListName = (typeof listNames)[number];

export interface ListWish {
  which: ListName;
  /** An empty text: all tasks. */
  task: string;
}

export const promiseList = new PagedList<ListWish, RowView>(async ({ which, task }, cursor) => {
  const query = { which, ...(task !== '' && { task }), cursor };
  const answer = await ask('POST', '/promises', query);
  if (answer.kind === 'done') setServerTime(answer.value.now);
  return pageOf(answer, ({ rows }) => rows);
});

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
