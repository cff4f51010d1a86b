import type { ListedCall } from '../../../contract/customers.ts';
import { ask } from '../../shell/api/ask.ts';
import { isoDay, ownZone } from '../../words/times.ts';
import { PagedList, pageOf } from '../paged-list.ts';

export interface CallWish {
  from: string;
  to: string;
  timeZone: string;
  task?: string;
  operator?: string;
  outcome?: string;
}

export const listedCalls = new PagedList<CallWish, ListedCall>(async (wish, cursor) => {
  const answer = await ask('POST', '/calls/search', { ...wish, cursor });
  return pageOf(answer, ({ calls }) => calls);
});

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
