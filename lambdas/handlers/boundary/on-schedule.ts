import { type Invocation, type InvocationJournal, journaled } from './invocation-journal.ts';

type Sweep = () => Promise<void>;

type Sweeping = (event?: unknown, invocation?: Invocation) => Promise<void>;

/**
 * The boundary of the functions that run by the clock. A sweep that fails does not keep the next one
 * from being made. The error that is thrown at last makes the run count as failed; those that were
 * caught stay out of Lambda's own log line, which would print all of them.
 */
export function onSchedule(journal: InvocationJournal, ...sweeps: Sweep[]): Sweeping {
  return (_, invocation) =>
    journaled(
      journal,
      async () => {
        let failed = 0;
        for (const sweep of sweeps) {
          await sweep().catch((error: unknown) => {
            failed += 1;
            journal.failed(error, {});
          });
        }
        if (failed > 0) throw new Error('the sweep failed; the log says why');
      },
      invocation,
    );
}
