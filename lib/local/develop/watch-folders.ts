import { watch } from 'node:fs';
import path from 'node:path';

/** An editor writes a file in several steps, and several files at once. */
const quietMilliseconds = 50;

/**
 * Tells which files changed below the folders, one batch at a time: what changes while a batch is
 * worked on is the next one.
 *
 * @returns what ends it
 */
export function watchFolders(
  folders: readonly string[],
  onChange: (files: string[]) => Promise<void>,
): () => void {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let working = Promise.resolve();
  const work = () => {
    const files = [...changed];
    changed.clear();
    working = working.then(() => onChange(files));
  };
  const watchers = folders.map((folder) =>
    watch(folder, { recursive: true }, (_, name) => {
      if (name === null) return;
      changed.add(path.join(folder, name));
      clearTimeout(timer);
      timer = setTimeout(work, quietMilliseconds);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
