import { operatorLock } from '../../domain/attempt/lock.ts';
import { missedInARow } from '../../domain/attempt/responding.ts';
import type { StateLog } from '../../ports/people/state-log.ts';
import type { Ports } from '../../ports/ports.ts';

/**
 * An operator who does something is there: calls that they let ring count no more, and they are offered the one
 * that waits longest. That none was offered to them meanwhile is kept.
 */
export async function noteAct(
  ports: Pick<Ports, 'attempts' | 'dialQueue' | 'clock'> & { stateLog: StateLog },
  id: string,
): Promise<void> {
  const { attempts, dialQueue, clock, stateLog } = ports;
  const operator = operatorLock({ id, address: '' });
  const [lock] = await attempts.locks([operator]);
  if (lock?.missed === undefined || !(await attempts.noteResponse(operator))) return;
  if (lock.missed >= missedInARow) {
    const since = lock.freeAt ?? lock.takenAt;
    await stateLog.note(id, { at: since, state: 'not-responding' });
    await stateLog.note(id, { at: Math.max(clock.now(), since + 1), state: 'available' });
  }
  await dialQueue.send({ kind: 'offer', operator }, 0);
}
