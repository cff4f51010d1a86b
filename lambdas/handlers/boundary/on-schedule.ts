import { type InvocationJournal, journaled } from './invocation-journal.ts';

/**
 * The boundary of the functions that run by the clock. The error that it throws makes the run
 * count as failed; the one that it caught stays out of Lambda's own log line, which would print
 * all of it.
 */
export function onSchedule(
  journal: InvocationJournal,
  sweep: () => Promise<void>,
): () => Promise<void> {
  return () =>
    journaled(journal, async () => {
      try {
        await sweep();
      } catch (error) {
        journal.failed(error, {});
        throw new Error('the sweep failed; the log says why');
      }
    });
}
