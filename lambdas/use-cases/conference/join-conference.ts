import type { AttemptId } from '../../domain/attempt/attempt.ts';
import { isOnePartnerGone, partnerTimeout } from '../../domain/attempt/call-timeouts.ts';
import type { Fact } from '../../domain/attempt/facts.ts';
import { second } from '../../domain/basics/instant.ts';
import { type DialEnd, spokenLanguageOf, type VoiceStep } from '../../domain/phone/voice-step.ts';
import type { Ports } from '../../ports/ports.ts';
import { type AfterDialPorts, afterTalk } from '../call/after-dial.ts';
import { attemptOfCall, type OperatorWebhook } from '../call/find-attempt.ts';
import { takeFacts } from '../call/settle-attempt.ts';

/**
 * What the customer's leg does that was sent to the conference. Where the operator is gone meanwhile, they
 * are told so instead of waiting.
 */
export async function joinConference(
  { attempts, directory }: Pick<Ports, 'attempts' | 'directory'>,
  { attempt: id }: { attempt: AttemptId },
): Promise<VoiceStep> {
  const attempt = await attempts.get(id);
  const task = attempt && (await directory.task(attempt.row.task));
  if (task === undefined || attempt?.facts.conference === undefined) return { kind: 'hang-up' };
  const { operatorEnded, conferenceLeft } = attempt.facts;
  if (operatorEnded || conferenceLeft)
    return { kind: 'tell', message: 'trouble', tongue: spokenLanguageOf(task) };
  return { kind: 'confer', room: id, as: 'customer', music: task.holdMusic };
}

/** The operator's part in the conference is over, and the conference with it: they go on as after any talk. */
export async function afterConference(
  ports: AfterDialPorts,
  { end, ...webhook }: OperatorWebhook & { end: DialEnd },
): Promise<VoiceStep> {
  const found = await attemptOfCall(ports, webhook);
  if (found?.facts.conference === undefined) return { kind: 'hang-up' };
  const at = ports.clock.now();
  const facts: Fact[] = [{ kind: 'conferenceLeft', at }];
  if (end.callerGone) facts.push({ kind: 'operatorEnded', at, as: 'completed' });
  const attempt = await takeFacts(ports, found, facts);
  if (isOnePartnerGone(attempt)) {
    const check = { kind: 'check', attempt: attempt.id } as const;
    await ports.dialQueue.send(check, partnerTimeout / second);
  }
  const task = await ports.directory.task(attempt.row.task);
  if (task === undefined || end.callerGone || attempt.facts.messageLeft) return { kind: 'hang-up' };
  return afterTalk(ports, attempt, task);
}
