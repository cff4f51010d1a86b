import { withRequestId } from '../../composition/request-id.ts';
import type { Journal } from '../../ports/records/journal.ts';

/** The journal as the boundary of a function uses it. */
export interface InvocationJournal extends Journal {
  /** Sends off what was counted; without it that is lost. */
  flush(): void;
}

/** What Lambda hands over beside the event; tests have none. */
export type Invocation = { awsRequestId: string } | undefined;

/** Runs one invocation and closes its journal, whatever happens. */
export async function journaled<Result>(
  journal: InvocationJournal,
  run: () => Promise<Result>,
  invocation?: Invocation,
): Promise<Result> {
  try {
    return await withRequestId(invocation?.awsRequestId, run);
  } finally {
    journal.flush();
  }
}
