import { useEffect } from 'preact/hooks';
import { onLiveReturn } from '../shell/live.ts';
import type { PagedList } from './paged-list.ts';

/**
 * Fetches the list whenever another is wished for, and when the page is live again.
 * @param wish nothing is fetched while it is undefined
 * @param restMilliseconds so long nothing changes first, where somebody may be typing
 */
export function usePagedList<Wish, Item>(
  list: PagedList<Wish, Item>,
  wish: Wish | undefined,
  restMilliseconds = 0,
): void {
  useEffect(() => {
    if (wish === undefined) return;
    const fetchNow = () => void list.fetch(wish);
    const timer = setTimeout(fetchNow, list.shown.value === undefined ? 0 : restMilliseconds);
    const end = onLiveReturn(fetchNow);
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [JSON.stringify(wish)]);
}
