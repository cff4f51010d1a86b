import type { Attempt, AttemptId } from '../../domain/attempt/attempt.ts';
import type { Ports } from '../../ports/ports.ts';

export type HangUpPorts = Pick<Ports, 'attempts' | 'dialler' | 'clock'>;

/**
 * Ends the call by the operator's leg, which takes the other along; false when there is none to end.
 * A customer who called in and whom nobody talks to yet stays on the line, for the next operator. An
 * operator's own call that they take back before the customer is dialled was not wanted after all.
 */
export async function hangUpCall(
  ports: HangUpPorts,
  { attempt: id }: { attempt: AttemptId },
): Promise<boolean> {
  const found = await ports.attempts.get(id);
  if (found === undefined) return false;
  const attempt = found.origin === 'manual' ? await takeBack(ports, found) : found;
  const { operatorEnded, operatorCreated, withdrawn } = attempt.facts;
  if (operatorEnded || operatorCreated === undefined) return withdrawn !== undefined;
  await ports.dialler.hangUp(operatorCreated.sid);
  return true;
}

async function takeBack({ attempts, clock }: HangUpPorts, attempt: Attempt): Promise<Attempt> {
  const withdrawn = { kind: 'withdrawn', at: clock.now(), reason: 'cancelled' } as const;
  const unless = ['dialling', 'operatorDeferred', 'operatorEnded', 'settled'] as const;
  return (await attempts.record(attempt.id, withdrawn, unless)) ?? attempt;
}
