import type { Journal } from '../../ports/journal.ts';

/** The journal as the boundary of a function uses it. */
export interface InvocationJournal extends Journal {
  /** Sends off what was counted; without it that is lost. */
  flush(): void;
}

/** Runs one invocation and closes its journal, whatever happens. */
export async function journaled<Result>(
  journal: InvocationJournal,
  run: () => Promise<Result>,
): Promise<Result> {
  try {
    return await run();
  } finally {
    journal.flush();
  }
}
