import type { RowView } from '../../../contract/rows.ts';
import { setServerTime } from '../../browser/clock.ts';
import { ask } from '../../shell/api/ask.ts';
import { PagedList, pageOf, type ShownList } from '../paged-list.ts';

/** As the API takes it. */
export interface CustomerWish {
  task: string;
  text?: string;
  state?: string;
  column?: { name: string; text: string };
  lastOutcome?: string;
  order?: string;
}

export type FoundCustomers = ShownList<CustomerWish, RowView>;

/** Few fit where rows are read one by one. */
const patience = { enough: 50, mostPages: 4 };

export const foundCustomers = new PagedList<CustomerWish, RowView>(async (wish, cursor) => {
  const answer = await ask('POST', '/customers', { ...wish, cursor });
  if (answer.kind === 'done') setServerTime(answer.value.now);
  return pageOf(answer, ({ rows }) => rows);
}, patience);

/** More is a matter for `npm run export`. */
export const mostSaved = 50_000;
