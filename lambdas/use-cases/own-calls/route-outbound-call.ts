import type { AttemptId, OperatorLine } from '../../domain/attempt/attempt.ts';
import type { Facts } from '../../domain/attempt/facts.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import { fallbackLanguage } from '../../domain/basics/language.ts';
import type { CallRefusal } from '../../domain/gate/call-refusal.ts';
import { spokenLanguageOf, type VoiceStep } from '../../domain/phone/voice-step.ts';
import type { Operator, Task } from '../../domain/task/task.ts';
import { type DialPorts, dialCustomer } from '../call/dial-customer.ts';
import type { ServePorts } from '../callback/claim-row.ts';
import { type AttachPorts, attachCall, type CallTarget, tasksOf } from './attach-call.ts';
import { claimManualCall } from './claim-manual-call.ts';

export type RoutePorts = AttachPorts & ServePorts & DialPorts;

/** What a phone does next, and the attempt that this is about where there is one. */
export interface Routed {
  step: VoiceStep;
  attempt?: AttemptId;
}

/** A call that an operator dialled: from a browser, from a desk phone, or by dialling in. */
export interface OwnCall {
  sid: string;
  operator: Operator;
  /** The address that they call from. */
  address: string;
  target: CallTarget;
}

/**
 * Attaches an operator's own call to a task and a row, and dials the customer if that is allowed. The
 * same call asked about again is the same attempt.
 */
export async function routeOutboundCall(ports: RoutePorts, own: OwnCall): Promise<Routed> {
  const known = await knownCall(ports, own.sid);
  if (known !== undefined) return known;
  const attached = await attachCall(ports, own);
  if (attached.kind === 'refused') return refuse(ports, own, attached);
  const operator: OperatorLine = { id: own.operator.id, address: own.address };
  const facts = (at: Instant) => onTheLine(own.sid, at);
  const call = { sid: own.sid };
  const claim = await claimManualCall(ports, { attached, operator, facts, call });
  if (claim.kind === 'refused') {
    return refuse(ports, own, { refusal: claim.refusal, task: attached.task });
  }
  if (claim.kind === 'claimed') return dial(ports, claim.attempt.id, own.sid);
  return (await knownCall(ports, own.sid)) ?? { step: { kind: 'hang-up' } };
}

async function knownCall(ports: RoutePorts, sid: string): Promise<Routed | undefined> {
  const known = await ports.attempts.ofCall(sid);
  return known && dial(ports, known.id, sid);
}

async function dial(ports: RoutePorts, attempt: AttemptId, callSid: string): Promise<Routed> {
  return { attempt, step: await dialCustomer(ports, { attempt, callSid }) };
}

/** The operator's leg is up, and they are ready: it is they who call. */
function onTheLine(sid: string, at: Instant): Facts {
  return { operatorCreated: { at, sid }, operatorAnswered: { at }, operatorReady: { at } };
}

async function refuse(
  ports: RoutePorts,
  { operator }: OwnCall,
  { refusal, task }: { refusal: CallRefusal; task?: Task | undefined },
): Promise<Routed> {
  const [first] = task === undefined ? await tasksOf(ports, operator) : [task];
  const tongue = first === undefined ? { language: fallbackLanguage } : spokenLanguageOf(first);
  return { step: { kind: 'tell', message: refusal.reason, tongue } };
}
