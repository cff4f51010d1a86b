import type { AttemptId } from '../../../lambdas/domain/attempt/attempt.ts';
import type { LegEnd } from '../../../lambdas/domain/attempt/facts.ts';
import { type Instant, second } from '../../../lambdas/domain/basics/instant.ts';
import type { DialEnd, LegEvent } from '../../../lambdas/domain/phone/voice-step.ts';
import type { LegNews } from '../../../lambdas/ports/calls/dialler.ts';
import type { CallTarget } from '../../../lambdas/use-cases/own-calls/attach-call.ts';
import type { Routed } from '../../../lambdas/use-cases/own-calls/route-outbound-call.ts';
import type { CallbackOrder } from '../../../lambdas/use-cases/promises/order-callback.ts';
import type { Chance } from './chance.ts';
import type { Faults } from './faults.ts';
import type { Line } from './plan.ts';

export interface Leg {
  sid: string;
  /** `own`: an operator's who called us; `caller`: a customer's. */
  kind: 'operator' | 'customer' | 'own' | 'caller';
  /** The one that it serves, or served last; a call to us serves none at first. */
  attempt?: AttemptId;
  /** Whose phone it is. */
  to: string;
  parent?: Leg;
  createdAt: Instant;
  answeredAt?: Instant;
  /** An operator's was joined with a caller's. */
  joinedAt?: Instant;
  /** A customer's was sent to the conference: its Dial is over. */
  hasLeftDial?: boolean;
  isInConference?: boolean;
  endedAt?: Instant;
  endedAs?: LegEnd;
}

/** What the network asks of the system: webhooks, and the events of its own making. */
export interface NetworkHost {
  now(): Instant;
  chance: Chance;
  plan(inMilliseconds: number, run: () => Promise<void>): void;
  /** A request for the next step; undefined when the system failed to answer. */
  voice(webhook: VoiceWebhook): Promise<Routed | undefined>;
  /** A status callback, on its way with all that may happen to it. */
  callback(attempt: AttemptId | undefined, event: LegEvent): void;
  legCreated(leg: Leg): void;
  legEnded(leg: Leg): void;
  talkBegan(leg: Leg): void;
  /** How the phone at the address behaves. */
  lineOf(address: string): Line;
  readonly faults: Faults;
}

export type VoiceWebhook = AttemptWebhook | CallerWebhook;

export type AttemptWebhook = { attempt: AttemptId; callSid: string } & (
  | VoiceRequest
  | { to: 'after-call-in'; end: DialEnd }
);

export type VoiceRequest =
  | { to: 'greet' | 'dial' | 'withdrawn' | 'whisper' | 'conference' }
  | { to: 'ready' | 'join'; digits: string }
  | { to: 'after' | 'left'; end: DialEnd };

/** Of calls that people make to us, while they serve no attempt. */
export type CallerWebhook = { attempt?: never; callSid: string } & (
  | { to: 'own'; from: string; target: CallTarget }
  | { to: 'inbound'; from: string }
  | { to: 'order'; order: CallbackOrder }
);

export function webhookOf({ attempt, sid }: Leg): { attempt: AttemptId; callSid: string } {
  if (attempt === undefined) throw new Error(`the call ${sid} serves no attempt`);
  return { attempt, callSid: sid };
}

export function talkSeconds({ answeredAt, endedAt }: Leg): number {
  if (answeredAt === undefined || endedAt === undefined) return 0;
  return Math.round((endedAt - answeredAt) / second);
}

export function dialEndOf(leg: Leg, callerGone: boolean): DialEnd {
  const as = leg.endedAs === 'canceled' ? 'no-answer' : (leg.endedAs ?? 'failed');
  const bridged = (leg.kind === 'operator' ? leg.joinedAt : leg.answeredAt) !== undefined;
  return { as, bridged, sid: leg.sid, seconds: talkSeconds(leg), callerGone };
}

export function newsOf(leg: Leg): LegNews {
  const { sid, createdAt, answeredAt, endedAt, endedAs } = leg;
  if (endedAt !== undefined && endedAs !== undefined) {
    return { sid, createdAt, state: { endedAs, seconds: talkSeconds(leg), endedAt } };
  }
  return { sid, createdAt, state: answeredAt === undefined ? 'ringing' : 'answered' };
}
