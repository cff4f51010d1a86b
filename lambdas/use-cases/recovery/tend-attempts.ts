import { type Attempt, type AttemptId, parseAttemptId } from '../../domain/attempt/attempt.ts';
import { isToBeLookedUp } from '../../domain/attempt/call-timeouts.ts';
import type { Lock } from '../../domain/attempt/lock.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import { judgeMissedWrite } from '../promises/judge-missed-write.ts';
import type { JudgePorts } from '../promises/judge-row.ts';
import { eachAlone } from '../sweep/each-alone.ts';

/**
 * Has attempts without news looked up, each by a message of its own. What an attempt holds that is
 * gone, erased or lost with a restored table, is freed.
 */
export async function tendAttempts(ports: JudgePorts, endsAt: Instant): Promise<Attempt[]> {
  const locks = Map.groupBy(await ports.attempts.held(), ({ attempt }) => attempt);
  const live: Attempt[] = [];
  await eachAlone(ports, locks, {
    idsOf: ([attempt]) => ({ attempt }),
    endsAt,
    work: async ([id, held]) => {
      const attempt = await ports.attempts.get(id);
      if (attempt === undefined) return freeLocks(ports, id, held);
      live.push(attempt);
      await askIfSilent(ports, attempt);
    },
  });
  return live;
}

async function askIfSilent(ports: JudgePorts, attempt: Attempt): Promise<void> {
  if (!isToBeLookedUp(attempt, ports.clock.now())) return;
  await ports.dialQueue.send({ kind: 'check', attempt: attempt.id }, 0);
}

/** Its row says 11 for nobody then: that is judged as any other write. */
async function freeLocks(ports: JudgePorts, id: AttemptId, held: readonly Lock[]): Promise<void> {
  for (const lock of held) await ports.attempts.dropLock(lock);
  ports.journal.note('locks of a lost attempt freed', { attempt: id });
  const key = parseAttemptId(id)?.row;
  const row = key && (await ports.rows.get(key));
  if (row !== undefined) await judgeMissedWrite(ports, row);
}
