import type { ConsolePorts } from './api-env.ts';

/** What was done stands, whether or not desks can be told of it: they ask again when they come back. */
export async function tellAfterwards(
  { journal }: Pick<ConsolePorts, 'journal'>,
  telling: Promise<void>,
): Promise<void> {
  await telling.catch((error: unknown) => journal.failed(error, { after: 'telling desks' }));
}
