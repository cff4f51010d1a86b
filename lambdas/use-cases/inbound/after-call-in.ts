import { type Attempt, type AttemptId, isReached } from '../../domain/attempt/attempt.ts';
import type { Fact } from '../../domain/attempt/facts.ts';
import { type Instant, minute } from '../../domain/basics/instant.ts';
import type { DialEnd } from '../../domain/phone/voice-step.ts';
import { type SettlePorts, takeFacts } from '../call/settle-attempt.ts';
import type { Routed } from '../own-calls/route-outbound-call.ts';
import { type ConnectPorts, connectCaller, sameStepAgain } from './connect-caller.ts';

export interface CallInEnd {
  attempt: AttemptId;
  /** The customer's leg. */
  callSid: string;
  end: DialEnd;
}

const hangUp: Routed = { step: { kind: 'hang-up' } };

/** The operator's part of a call from a customer is over; one that was not taken tries the next. */
export async function afterCallIn(
  ports: ConnectPorts & SettlePorts,
  { attempt: id, callSid, end }: CallInEnd,
): Promise<Routed> {
  const found = await ports.attempts.get(id);
  if (found?.facts.customerCreated?.sid !== callSid) return hangUp;
  const attempt = await takeFacts(ports, found, factsOf(end, ports.clock.now()));
  if (end.callerGone || isReached(attempt)) return hangUp;
  return nextOperator(ports, attempt, callSid);
}

/** In one write: what settles must not see the end without the proof of a talk. */
function factsOf(end: DialEnd, at: Instant): Fact[] {
  const facts: Fact[] = [];
  facts.push({ kind: end.bridged ? 'bridged' : 'notJoined', at });
  if (end.callerGone && !end.bridged) facts.push({ kind: 'callerHungUp', at });
  if (end.sid !== undefined) facts.push({ kind: 'operatorCreated', at, sid: end.sid });
  facts.push({ kind: 'operatorEnded', at, as: end.as });
  if (end.callerGone) facts.push({ kind: 'customerEnded', at, as: 'completed', seconds: 0 });
  return facts;
}

async function nextOperator(
  ports: ConnectPorts,
  { id, row, customer }: Attempt,
  sid: string,
): Promise<Routed> {
  const again = await sameStepAgain(ports, sid);
  if (again !== undefined) return again;
  const task = await ports.directory.task(row.task);
  const last = await ports.attempts.ofCall(sid);
  if (task === undefined || last?.id !== id || isLongAgo(ports, last)) return hangUp;
  return connectCaller(ports, { sid, customer, row, task });
}

/** Nobody waits on a line for this after their call was over, in milliseconds. */
const longestSilence = minute;

function isLongAgo({ clock }: Pick<ConnectPorts, 'clock'>, { facts }: Attempt): boolean {
  return facts.settled !== undefined && clock.now() - facts.settled.at > longestSilence;
}
