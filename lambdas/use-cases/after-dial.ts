import { type Attempt, type Fact, isReached } from '../domain/attempt.ts';
import type { Instant } from '../domain/instant.ts';
import type { Task } from '../domain/task.ts';
import { type DialEnd, type Message, tongueOf, type VoiceStep } from '../domain/voice-step.ts';
import { attemptOfCall, noteFact, type OperatorWebhook } from './find-attempt.ts';
import { type SettlePorts, settleAttempt } from './settle-attempt.ts';

/** The customer's part is over; the operator, if he is still on the line, hears what became of it. */
export async function afterDial(
  ports: SettlePorts,
  { end, ...webhook }: OperatorWebhook & { end: DialEnd },
): Promise<VoiceStep> {
  let attempt = await attemptOfCall(ports, webhook);
  if (attempt?.facts.dialling === undefined) return { kind: 'hang-up' };
  for (const fact of factsOf(end, ports.clock.now()))
    attempt = await noteFact(ports, attempt, fact);
  await settleAttempt(ports, attempt);
  const task = await ports.directory.task(attempt.row.task);
  return task === undefined || end.operatorGone ? { kind: 'hang-up' } : goodbye(attempt, task);
}

/** Proof of a talk comes first: what settles must not see the end without it. */
function factsOf(end: DialEnd, at: Instant): Fact[] {
  const facts: Fact[] = [];
  if (end.bridged) facts.push({ kind: 'bridged', at });
  if (end.sid !== undefined) facts.push({ kind: 'customerCreated', at, sid: end.sid });
  if (end.operatorGone && !end.bridged) facts.push({ kind: 'abandoned', at });
  facts.push({ kind: 'customerEnded', at, as: end.as, seconds: end.seconds });
  return facts;
}

function goodbye(attempt: Attempt, task: Task): VoiceStep {
  if (isReached(attempt)) return { kind: 'hang-up' };
  const message = messages[attempt.facts.customerEnded?.as ?? 'failed'];
  return { kind: 'tell', message, tongue: tongueOf(task) };
}

const messages: Record<DialEnd['as'], Message> = {
  busy: 'customer-busy',
  'no-answer': 'customer-no-answer',
  canceled: 'customer-no-answer',
  completed: 'customer-failed',
  failed: 'customer-failed',
};
