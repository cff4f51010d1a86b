import type { AttemptId } from '../../domain/attempt/attempt.ts';
import type { LegEnd, RefusalClass } from '../../domain/attempt/facts.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import type { Permitted } from '../../domain/gate/permitted.ts';
import type { SpokenLanguage } from '../../domain/phone/voice-step.ts';

/** The telephone network's side of a call. */
export interface Dialler {
  /** Rings the operator. Not idempotent: twice is two calls. Answers within 10 s. */
  ring(call: OperatorCall): Promise<Submission>;
  /** A leg's present state; undefined when the network knows no such leg. */
  leg(sid: string): Promise<LegNews | undefined>;
  /** Outbound legs to the address, created since the instant. */
  legsTo(address: string, since: Instant): Promise<LegNews[]>;
  /** The legs that a call dialled. */
  childrenOf(sid: string): Promise<LegNews[]>;
  /** Sends an answered leg to the part of the call flow that says why the call is off. */
  tellWithdrawn(sid: string, attempt: AttemptId): Promise<void>;
  /** Sends an answered customer's leg away from its operator, to the part of the call flow that leaves a message; one that is over is fine. */
  leaveMessage(sid: string, attempt: AttemptId): Promise<void>;
  /** Sends an answered customer's leg to the attempt's conference; one that is over is fine. */
  confer(sid: string, attempt: AttemptId): Promise<void>;
  /** Sends an operator's leg that waits alone in a conference to what follows the talk; one that is over is fine. */
  leaveConference(sid: string, attempt: AttemptId): Promise<void>;
  /** Ends a leg, ringing or answered; one that is over is fine. */
  hangUp(sid: string): Promise<void>;
}

export interface OperatorCall {
  attempt: AttemptId;
  to: Permitted;
  from: string;
  ringSeconds: number;
  /** News is wanted when the phone rings; otherwise only of the end. */
  isWatched: boolean;
  /** What the operator hears should the call flow fail. */
  language: SpokenLanguage['language'];
}

export type Submission =
  | { kind: 'created'; sid: string }
  | { kind: 'refused'; class: RefusalClass; code: number }
  /** Timeout, 5xx or no answer: the call may exist. */
  | { kind: 'unknown' };

export interface LegNews {
  sid: string;
  createdAt: Instant;
  /** `live` covers everything between creation and end; `answered` too. */
  state: 'ringing' | 'answered' | { endedAs: LegEnd; seconds: number; endedAt: Instant };
}
