import { useEffect } from 'preact/hooks';
import type { LiveMessage } from '../../contract/live.ts';
import { onLive, onLiveReturn } from '../shell/live.ts';

/** Fetches at once, whenever one of these is told, and when a lost connection is there again. */
export function useLiveFetch(fetchAgain: () => void, kinds: readonly LiveMessage['kind'][]): void {
  useEffect(() => {
    fetchAgain();
    const ends = [onLiveReturn(fetchAgain), ...kinds.map((kind) => onLive(kind, fetchAgain))];
    return () => {
      for (const end of ends) end();
    };
  }, []);
}
