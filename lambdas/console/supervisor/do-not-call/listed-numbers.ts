import type { ListedNumber } from '../../../contract/do-not-call.ts';
import { ask } from '../../shell/api/ask.ts';
import { PagedList, pageOf } from '../paged-list.ts';

/** By what is searched for; an empty text finds all. */
export const listedNumbers = new PagedList<string, ListedNumber>(async (text, cursor) => {
  const query = { ...(text !== '' && { text }), cursor };
  const answer = await ask('POST', '/do-not-call/search', query);
  return pageOf(answer, ({ numbers }) => numbers);
});
