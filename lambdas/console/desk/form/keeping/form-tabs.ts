import type { LocalDraft } from './local-draft.ts';

/** What the tabs of one browser tell each other about forms. */
export type TabNews = { attempt: string } & (
  | { kind: 'draft'; draft: LocalDraft }
  | { kind: 'sent' }
);

const channel = new BroadcastChannel('callback-center:forms');

export function tellTabs(news: TabNews): void {
  channel.postMessage(news);
}

/** @returns what ends it */
export function hearTabs(listen: (news: TabNews) => void): () => void {
  const hear = ({ data }: MessageEvent<TabNews>) => listen(data);
  channel.addEventListener('message', hear);
  return () => channel.removeEventListener('message', hear);
}
