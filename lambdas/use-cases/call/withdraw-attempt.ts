import type { AttemptId } from '../../domain/attempt/attempt.ts';
import type { WithdrawalReason } from '../../domain/attempt/facts.ts';
import type { Ports } from '../../ports/ports.ts';

export type WithdrawPorts = Pick<Ports, 'attempts' | 'dialler' | 'clock' | 'journal'>;

/**
 * Takes an attempt back while the customer is not yet being dialled; later, or where the customer
 * called, it does nothing. An operator who is on the line is told at once, one whose phone rings when
 * they answer.
 */
export async function withdrawAttempt(
  { attempts, dialler, clock, journal }: WithdrawPorts,
  id: AttemptId,
  reason: WithdrawalReason,
): Promise<void> {
  const found = await attempts.get(id);
  if (found === undefined || found.origin === 'inbound') return;
  if (found.facts.settled || found.facts.dialling) return;
  const fact = { kind: 'withdrawn', at: clock.now(), reason } as const;
  const after = await attempts.record(id, fact, ['dialling', 'settled']);
  const { withdrawn, operatorCreated, operatorAnswered, operatorEnded } = after?.facts ?? {};
  if (withdrawn === undefined) return;
  journal.note('attempt withdrawn', { attempt: id, reason });
  if (operatorCreated && operatorAnswered && !operatorEnded) {
    await tellOperator({ dialler, journal }, operatorCreated.sid, id);
  }
}

/** As well as it goes: an operator who cannot be told hears it when they come back from the silence. */
export async function tellOperator(
  { dialler, journal }: Pick<WithdrawPorts, 'dialler' | 'journal'>,
  sid: string,
  attempt: AttemptId,
): Promise<void> {
  try {
    await dialler.tellWithdrawn(sid, attempt);
  } catch (error) {
    journal.failed(error, { attempt });
  }
}
