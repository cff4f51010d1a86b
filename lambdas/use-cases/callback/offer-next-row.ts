import { delaySeconds } from '../../domain/attempt/dial-timing.ts';
import type { LockKey } from '../../domain/attempt/lock.ts';
import type { RowKey } from '../../domain/row/row.ts';
import type { Ports } from '../../ports/ports.ts';
import { bookNow } from '../promises/book-row.ts';

export type OfferPorts = Pick<
  Ports,
  'rows' | 'attempts' | 'directory' | 'dialQueue' | 'clock' | 'journal'
>;

/** An operator is free: the call that has waited longest for him, or for anyone of his tasks, is due now. */
export async function offerNextRow(ports: OfferPorts, operator: LockKey): Promise<void> {
  const { attempts, clock, dialQueue } = ports;
  const [lock] = await attempts.locks([operator]);
  if (lock !== undefined) {
    if (lock.freeAt === undefined) return;
    const left = lock.freeAt - clock.now();
    if (left > 0) return dialQueue.send({ kind: 'offer', operator }, delaySeconds(left) + 1);
  }
  for (const key of await longestWaiting(ports, operator)) {
    if (await bookNow(ports, key)) return;
  }
}

/** Operators who become free at once find the same rows: what one has taken, the next passes over. */
const mostPassedOver = 25;

async function longestWaiting(
  { rows, directory }: OfferPorts,
  operator: LockKey,
): Promise<RowKey[]> {
  const tasks = await directory.tasks();
  const his = tasks.filter((task) => task.operators.some((id) => operator === `operator:${id}`));
  const lines = [operator, ...his.map(({ id }) => `task:${id}`)];
  const found = await Promise.all(lines.map((who) => rows.waitingFor(who, mostPassedOver)));
  return found
    .flat()
    .sort((a, b) => a.since - b.since)
    .map(({ key }) => key);
}
