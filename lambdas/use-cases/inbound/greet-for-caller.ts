import type { Attempt } from '../../domain/attempt/attempt.ts';
import type { Fact } from '../../domain/attempt/facts.ts';
import { spokenLanguageOf, type VoiceStep } from '../../domain/phone/voice-step.ts';
import { customerName } from '../../domain/row/customer-name.ts';
import type { Ports } from '../../ports/ports.ts';
import { attemptOfCall, noteFacts, type OperatorWebhook } from '../call/find-attempt.ts';
import { isBrowserPhone } from '../call/greet-operator.ts';

export type GreetPorts = Pick<Ports, 'rows' | 'attempts' | 'directory' | 'clock' | 'journal'>;

/**
 * The operator's phone was answered while a customer who called in waits. Everyone but a browser
 * phone presses 1: a voicemail must never talk to a customer.
 */
export async function greetForCaller(
  ports: GreetPorts,
  webhook: OperatorWebhook,
): Promise<VoiceStep> {
  const found = await attemptOfCall(ports, webhook);
  if (found === undefined || isOver(found)) return { kind: 'hang-up' };
  const attempt = await noteFacts(ports, found, {
    kind: 'operatorAnswered',
    at: ports.clock.now(),
  });
  if (isBrowserPhone(attempt)) return letThrough(ports, attempt);
  const task = await ports.directory.task(attempt.row.task);
  if (task === undefined) return { kind: 'hang-up' };
  const row = await ports.rows.get(attempt.row);
  const who = row && customerName(task, row.columns);
  return { kind: 'ask-key-for-caller', who, tongue: spokenLanguageOf(task) };
}

export async function joinCaller(
  ports: GreetPorts,
  { digits, ...webhook }: OperatorWebhook & { digits: string },
): Promise<VoiceStep> {
  const attempt = await attemptOfCall(ports, webhook);
  if (attempt === undefined || isOver(attempt)) return { kind: 'hang-up' };
  return digits === '1' ? letThrough(ports, attempt) : { kind: 'hang-up' };
}

/** Nobody is joined with a caller who is gone. */
async function letThrough({ attempts, clock }: GreetPorts, { id }: Attempt): Promise<VoiceStep> {
  const ready: Fact = { kind: 'operatorReady', at: clock.now() };
  const unless = ['customerEnded', 'callerHungUp', 'operatorEnded', 'settled'] as const;
  const after = await attempts.record(id, ready, unless);
  return { kind: after?.facts.operatorReady && !isOver(after) ? 'let-through' : 'hang-up' };
}

function isOver({ facts }: Attempt): boolean {
  return facts.settled !== undefined || facts.customerEnded !== undefined;
}
