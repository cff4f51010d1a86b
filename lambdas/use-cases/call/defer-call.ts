import type { AttemptId } from '../../domain/attempt/attempt.ts';
import type { Ports } from '../../ports/ports.ts';
import { tellOperator } from './withdraw-attempt.ts';

export type DeferPorts = Pick<Ports, 'attempts' | 'dialler' | 'clock' | 'journal'>;

/**
 * “Not now”: the customer is called in so many minutes. Possible until their phone rings; false
 * afterwards. An operator who is on the line is told goodbye, a phone that rings is silenced.
 */
export async function deferCall(
  { attempts, dialler, clock, journal }: DeferPorts,
  { attempt: id, minutes }: { attempt: AttemptId; minutes: number },
): Promise<boolean> {
  const found = await attempts.get(id);
  if (found === undefined || found.origin === 'inbound') return false;
  const deferred = { kind: 'operatorDeferred', at: clock.now(), minutes } as const;
  const unless = ['dialling', 'withdrawn', 'operatorEnded', 'settled'] as const;
  const after = await attempts.record(id, deferred, unless);
  const { operatorDeferred, operatorCreated, operatorAnswered } = after?.facts ?? {};
  if (operatorDeferred === undefined || after?.facts.dialling !== undefined) return false;
  journal.note('call deferred', { attempt: id });
  if (operatorCreated === undefined) return true;
  if (operatorAnswered) await tellOperator({ dialler, journal }, operatorCreated.sid, id);
  else await dialler.hangUp(operatorCreated.sid);
  return true;
}
