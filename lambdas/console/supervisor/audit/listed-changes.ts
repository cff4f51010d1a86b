import type { AuditLine } from '../../../contract/audit.ts';
import { ask } from '../../shell/api/ask.ts';
import { isoDay, ownZone } from '../../words/times.ts';
import { PagedList, pageOf } from '../paged-list.ts';

export interface ChangeWish {
  from: string;
  to: string;
  timeZone: string;
  task?: string;
  by?: string;
  about?: string;
}

export const listedChanges = new PagedList<ChangeWish, AuditLine>(async (wish, cursor) => {
  const answer = await ask('POST', '/audit', { ...wish, cursor });
  return pageOf(answer, ({ entries }) => entries);
});

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
