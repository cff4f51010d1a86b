import type { DeskMessage, Notified } from '../../ports/people/desks.ts';
import type { Wire } from './wire.ts';

/** Tells each connection once, all at the same time. */
export async function notifyDesks(
  wire: Wire,
  connections: Iterable<string>,
  message: DeskMessage,
): Promise<Notified & { gone: string[] }> {
  const text = JSON.stringify(message);
  const gone: string[] = [];
  const posts = [...new Set(connections)].map(async (connection) => {
    if ((await wire.post(connection, text)) === 'gone') gone.push(connection);
  });
  const results = await Promise.allSettled(posts);
  const failures = results.filter(({ status }) => status === 'rejected');
  const [first] = failures as PromiseRejectedResult[];
  return { gone, failed: failures.length, ...(first && { reason: nameOf(first.reason) }) };
}

export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
