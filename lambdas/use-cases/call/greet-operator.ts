import { type Attempt, calledOffBecause } from '../../domain/attempt/attempt.ts';
import { spokenLanguageOf, type VoiceStep } from '../../domain/phone/voice-step.ts';
import { customerName } from '../../domain/row/customer-name.ts';
import { type DialPorts, dialCustomer } from './dial-customer.ts';
import { attemptOfCall, noteFacts, type OperatorWebhook } from './find-attempt.ts';

/**
 * The operator has answered. Everyone but a browser phone presses 1: a voicemail must never talk
 * to a customer.
 */
export async function greetOperator(
  ports: DialPorts,
  webhook: OperatorWebhook,
): Promise<VoiceStep> {
  const found = await attemptOfCall(ports, webhook);
  if (found === undefined || found.facts.settled) return { kind: 'hang-up' };
  const at = ports.clock.now();
  const isReady = isBrowserPhone(found);
  const attempt = await noteFacts(
    ports,
    found,
    { kind: 'operatorAnswered', at },
    ...(isReady ? [{ kind: 'operatorReady' as const, at }] : []),
  );
  const task = await ports.directory.task(attempt.row.task);
  if (task === undefined) return { kind: 'hang-up' };
  const reason = calledOffBecause(attempt);
  if (reason) return { kind: 'tell', message: reason, tongue: spokenLanguageOf(task) };
  if (isReady) return dialCustomer(ports, webhook);
  const row = await ports.rows.get(attempt.row);
  return {
    kind: 'ask-key',
    who: row && customerName(task, row.columns),
    tongue: spokenLanguageOf(task),
  };
}

export async function readyOperator(
  ports: DialPorts,
  { digits, ...webhook }: OperatorWebhook & { digits: string },
): Promise<VoiceStep> {
  const attempt = await attemptOfCall(ports, webhook);
  if (attempt === undefined || attempt.facts.settled) return { kind: 'hang-up' };
  if (digits === '1') {
    await noteFacts(ports, attempt, { kind: 'operatorReady', at: ports.clock.now() });
    return dialCustomer(ports, webhook);
  }
  const task = await ports.directory.task(attempt.row.task);
  if (task === undefined) return { kind: 'hang-up' };
  return { kind: 'tell', message: 'no-key', tongue: spokenLanguageOf(task) };
}

/** Why the call is off, for an operator who was already on the line. */
export async function tellWithdrawn(
  ports: DialPorts,
  webhook: OperatorWebhook,
): Promise<VoiceStep> {
  const attempt = await attemptOfCall(ports, webhook);
  const task = attempt && (await ports.directory.task(attempt.row.task));
  const reason = attempt && calledOffBecause(attempt);
  if (task === undefined || reason === undefined) return { kind: 'hang-up' };
  return { kind: 'tell', message: reason, tongue: spokenLanguageOf(task) };
}

/** Nobody but the operator answers there. */
export function isBrowserPhone(attempt: Attempt): boolean {
  return attempt.operator.address.startsWith('client:');
}
