import { signal } from '@preact/signals';
import type { RowKey } from '../../../contract/instant.ts';
import type { RowStory } from '../../../contract/rows.ts';
import type { StoredScript } from '../../../domain/script/script.ts';
import { type Answer, ask, type Refusal } from '../../shell/api/ask.ts';
import { onLive, onLiveReturn } from '../../shell/live.ts';

export const story = signal<{ key: RowKey; story: RowStory } | undefined>();
export const storyProblem = signal<Refusal | undefined>();

export function pathOfRow({ task, Id }: RowKey): `/tasks/${string}/subscribers/${number}` {
  return `/tasks/${encodeURIComponent(task)}/subscribers/${Id}`;
}

export async function fetchStory(key: RowKey): Promise<void> {
  const answer = await ask('GET', `${pathOfRow(key)}/story`);
  storyProblem.value = answer.kind === 'done' ? undefined : answer;
  if (answer.kind === 'done') story.value = { key, story: answer.value };
}

/** The row's story follows its writes by a second or so. */
const pauseMilliseconds = 800;

/** Keeps the story of the row up to date; what is returned ends that. */
export function followStory(key: RowKey): () => void {
  const { key: shown } = story.value ?? {};
  if (shown?.task !== key.task || shown.Id !== key.Id) story.value = undefined;
  storyProblem.value = undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const fetchNow = () => {
    waiting = undefined;
    void fetchStory(key);
  };
  const fetchSoon = () => {
    waiting ??= setTimeout(fetchNow, pauseMilliseconds);
  };
  fetchNow();
  const ends = [
    onLiveReturn(fetchNow),
    onLive('promises', fetchSoon),
    onLive('form', fetchSoon),
    onLive('attempt', ({ attempt }) => {
      if (attempt.task === key.task && attempt.Id === key.Id) fetchSoon();
    }),
  ];
  return () => {
    clearTimeout(waiting);
    for (const end of ends) end();
  };
}

const versions = new Map<string, Promise<Answer<StoredScript>>>();

/** The version of a script that asked; one that is stored never changes. */
export function scriptVersion(id: string, version: number): Promise<Answer<StoredScript>> {
  const path = `/scripts/${encodeURIComponent(id)}?version=${version}` as const;
  const held = versions.get(path) ?? ask('GET', path);
  versions.set(path, held);
  void held.then((answer) => {
    if (answer.kind !== 'done') versions.delete(path);
  });
  return held;
}
