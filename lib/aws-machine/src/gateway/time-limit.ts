import { setTimeout as pause } from 'node:timers/promises';

/** What `work` comes to, or `late` when it takes longer. The work itself goes on. */
export async function withinTime<T>(work: Promise<T>, milliseconds: number, late: T): Promise<T> {
  const limit = new AbortController();
  const lateness = pause(milliseconds, late, { signal: limit.signal });
  try {
    return await Promise.race([work, lateness]);
  } finally {
    lateness.catch(() => undefined);
    limit.abort();
  }
}
