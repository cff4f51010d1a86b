import { type Attempt, type AttemptId, parseAttemptId } from '../../domain/attempt/attempt.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import type { VoiceStep } from '../../domain/phone/voice-step.ts';
import { voicemailMessageOf } from '../../domain/phone/voicemail-message.ts';
import type { Ports } from '../../ports/ports.ts';

export type LeaveMessagePorts = Pick<
  Ports,
  'attempts' | 'directory' | 'dialler' | 'clock' | 'journal'
>;

/**
 * A machine answered: it hears the task's message, and the operator is free at once. The customer's leg
 * is sent away from the operator's, whose Dial is over with that; it holds the customer's number until it
 * has ended, and then the attempt settles as a voicemail. May be repeated: the message begins anew while the
 * operator is still there. False where there is no message, nobody answered, or the call is over.
 */
export async function leaveMessage(
  ports: LeaveMessagePorts,
  { attempt: id }: { attempt: AttemptId },
): Promise<boolean> {
  const { attempts, dialler, clock, journal } = ports;
  const attempt = await attempts.get(id);
  if (attempt?.facts.operatorCreated === undefined || attempt.origin === 'inbound') return false;
  if (attempt.facts.messageLeft && attempt.facts.operatorEnded) return true;
  if (!(await hasMessage(ports, attempt))) return false;
  const legs = await dialler.childrenOf(attempt.facts.operatorCreated.sid);
  const customer = legs.find(({ state }) => state === 'answered');
  if (customer === undefined) return false;
  if (!(await isMarked(attempts, id, clock.now()))) return false;
  await dialler.leaveMessage(customer.sid, id);
  journal.note('message left', { attempt: id });
  return true;
}

/** Written before it is asked for: who asks again, because the network did not hear the first time, asks for the same. */
async function isMarked(
  attempts: LeaveMessagePorts['attempts'],
  id: AttemptId,
  at: Instant,
): Promise<boolean> {
  const marked = await attempts.record(
    id,
    [
      { kind: 'voicemail', at, by: 'operator' },
      { kind: 'messageLeft', at },
    ],
    ['settled', 'customerEnded', 'operatorEnded'],
  );
  return marked?.facts.messageLeft !== undefined;
}

async function hasMessage({ directory }: LeaveMessagePorts, { row }: Attempt): Promise<boolean> {
  const task = await directory.task(row.task);
  return task !== undefined && voicemailMessageOf(task) !== undefined;
}

/** What the customer's leg does next; the same, however often it asks. */
export async function sayMessage(
  { directory }: Pick<Ports, 'directory'>,
  { attempt }: { attempt: AttemptId },
): Promise<VoiceStep> {
  const row = parseAttemptId(attempt)?.row;
  const task = row && (await directory.task(row.task));
  const message = task && voicemailMessageOf(task);
  return message === undefined ? { kind: 'hang-up' } : { kind: 'leave-message', ...message };
}
