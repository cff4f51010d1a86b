import { randomUUID } from 'node:crypto';
import { cp, mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..', '..');
const usualCache = path.join(root, 'node_modules', '.cache', 'callback-center');

/** Of each kind; a branch that is left and come back to is not built again. */
const mostKept = 4;

export interface Build {
  /** `stack`, `console`. */
  kind: string;
  /** Of all that it is made of, as it is now. */
  fingerprint(): string;
  /** Makes it in an empty folder. */
  make(folder: string): Promise<void>;
  /** Where builds are kept. */
  cache?: string;
}

/**
 * Fills the folder with a build, made only if it was not kept. Kept builds never change: each is
 * made under another name and gets its own when it is whole, so that neither a kill nor a second
 * system that starts at once leaves half of one. The folder is a copy: what a system runs from stays,
 * whatever is built or cleared away meanwhile.
 */
export async function takeBuild(build: Build, folder: string): Promise<void> {
  const fingerprint = build.fingerprint();
  const { cache = usualCache } = build;
  const kept = path.join(cache, `${build.kind}-${fingerprint}`);
  if (!(await exists(kept))) {
    await keep(build, { kept, fingerprint });
    if (!(await exists(kept))) return takeBuild(build, folder);
  }
  await utimes(kept, new Date(), new Date());
  await rm(folder, { recursive: true, force: true });
  await cp(kept, folder, { recursive: true });
}

/** What somebody edits meanwhile is in the build, or is not: nothing is kept then. */
async function keep(
  { kind, make, ...build }: Build,
  { kept, fingerprint }: { kept: string; fingerprint: string },
): Promise<void> {
  const cache = path.dirname(kept);
  const growing = path.join(cache, `new-${kind}-${randomUUID()}`);
  await mkdir(growing, { recursive: true });
  try {
    await make(growing);
    if (build.fingerprint() === fingerprint) await rename(growing, kept).catch(unlessThere);
  } finally {
    await rm(growing, { recursive: true, force: true });
  }
  await clearAway(cache, kind);
}

/** Another system was faster. */
function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
}

/** Those that were used last stay; so do, for a day, those that are just being made. */
async function clearAway(cache: string, kind: string): Promise<void> {
  const yesterday = Date.now() - 24 * 3_600_000;
  const kept = await byUse(cache, `${kind}-`);
  const left = (await byUse(cache, 'new-')).filter(({ usedAt }) => usedAt < yesterday);
  for (const { folder } of [...kept.slice(mostKept), ...left]) {
    await rm(folder, { recursive: true, force: true });
  }
}

async function byUse(cache: string, prefix: string): Promise<{ folder: string; usedAt: number }[]> {
  const names = (await readdir(cache)).filter((name) => name.startsWith(prefix));
  const all = await Promise.all(
    names.map(async (name) => {
      const folder = path.join(cache, name);
      return { folder, usedAt: (await stat(folder).catch(() => undefined))?.mtimeMs ?? 0 };
    }),
  );
  return all.sort((a, b) => b.usedAt - a.usedAt);
}

function exists(folder: string): Promise<boolean> {
  return stat(folder).then(
    () => true,
    () => false,
  );
}
