import { type Attempt, isCustomerGone, isReached } from '../../domain/attempt/attempt.ts';
import type { Fact } from '../../domain/attempt/facts.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import {
  type DialEnd,
  type Message,
  spokenLanguageOf,
  type VoiceStep,
} from '../../domain/phone/voice-step.ts';
import type { Task } from '../../domain/task/task.ts';
import type { Forms } from '../../ports/records/forms.ts';
import { attemptOfCall, noteFacts, type OperatorWebhook } from './find-attempt.ts';
import { type SettlePorts, takeFacts } from './settle-attempt.ts';

export type AfterDialPorts = SettlePorts & { forms: Pick<Forms, 'get'> };

/** The customer's part is over; the operator, if still on the line, hears what became of it. */
export async function afterDial(
  ports: AfterDialPorts,
  { end, ...webhook }: OperatorWebhook & { end: DialEnd },
): Promise<VoiceStep> {
  const found = await attemptOfCall(ports, webhook);
  if (found?.facts.dialling === undefined) return { kind: 'hang-up' };
  const facts = factsOf(end, ports.clock.now());
  const attempt = await takeFacts(ports, found, goesOn(found, end) ? withoutEnd(facts) : facts);
  const task = await ports.directory.task(attempt.row.task);
  if (task === undefined || end.callerGone) return { kind: 'hang-up' };
  if (attempt.facts.messageLeft !== undefined) return { kind: 'hang-up' };
  if (attempt.facts.conference !== undefined) return followCustomer(ports, attempt, task);
  return isReached(attempt) ? afterTalk(ports, attempt, task) : notReached(attempt, task);
}

/**
 * A leg that was sent away, to leave a message or to a conference, lives on when its Dial is over, which then
 * has no duration (https://www.twilio.com/docs/voice/twiml/dial#action): its own callback tells its end.
 */
function goesOn({ facts }: Attempt, end: DialEnd): boolean {
  const isSentAway = facts.messageLeft !== undefined || facts.conference !== undefined;
  return isSentAway && end.as === 'completed' && end.seconds === 0;
}

/** Into the conference; where the customer is gone already, there is none. */
async function followCustomer(
  ports: AfterDialPorts,
  attempt: Attempt,
  task: Task,
): Promise<VoiceStep> {
  if (!isCustomerGone(attempt)) return { kind: 'confer', room: attempt.id, as: 'operator' };
  await noteFacts(ports, attempt, { kind: 'conferenceLeft', at: ports.clock.now() });
  return afterTalk(ports, attempt, task);
}

function withoutEnd(facts: readonly Fact[]): Fact[] {
  return facts.filter(({ kind }) => kind !== 'customerEnded');
}

/** In one write: what settles must not see the end without the proof of a talk. */
function factsOf(end: DialEnd, at: Instant): Fact[] {
  const facts: Fact[] = [];
  if (end.bridged) facts.push({ kind: 'bridged', at });
  if (end.sid !== undefined) facts.push({ kind: 'customerCreated', at, sid: end.sid });
  if (end.callerGone && !end.bridged) facts.push({ kind: 'callerHungUp', at });
  if (end.refused) facts.push({ kind: 'customerRefused', at, ...end.refused });
  facts.push({ kind: 'customerEnded', at, as: end.as, seconds: end.seconds });
  if (end.callerGone) facts.push({ kind: 'operatorEnded', at, as: 'completed' });
  return facts;
}

/**
 * The script goes on by the keys of the operator's phone, unless their form is open on a screen. Where
 * the call began makes no difference, but for a customer who called in: there the operator's leg hangs
 * on the customer's and ends with it.
 */
export async function afterTalk(
  { forms }: AfterDialPorts,
  { id }: Attempt,
  { script, afterDisconnect }: Task,
): Promise<VoiceStep> {
  if (script === undefined || afterDisconnect === 'stop') return { kind: 'hang-up' };
  const form = await forms.get(id);
  return { kind: form?.surface === 'screen' ? 'hang-up' : 'begin-script' };
}

function notReached(attempt: Attempt, task: Task): VoiceStep {
  const message = messages[attempt.facts.customerEnded?.as ?? 'failed'];
  return { kind: 'tell', message, tongue: spokenLanguageOf(task) };
}

const messages: Record<DialEnd['as'], Message> = {
  busy: 'customer-busy',
  'no-answer': 'customer-no-answer',
  canceled: 'customer-no-answer',
  completed: 'customer-failed',
  failed: 'customer-failed',
};
