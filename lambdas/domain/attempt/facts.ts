import type { Instant } from '../basics/instant.ts';
import type { FinalStatus } from '../row/row.ts';
import type { Outcome } from './outcomes.ts';

/** How a leg ended, in Twilio's words for the status of a call. */
export const legEnds = ['completed', 'busy', 'no-answer', 'failed', 'canceled'] as const;
export type LegEnd = (typeof legEnds)[number];

/**
 * Whose a refusal of the network is, and so what to do about it. `retry`: too many requests at once, it
 * was not looked at · `wait`: the account's calls at the same time · `number`: the number that was
 * called · `permission`: the account may not call it, which is the number's until several get it ·
 * `stop`: the account, its credentials or its caller ID · `request`: what we sent, whoever is called ·
 * `unlisted`: nobody has sorted it.
 */
export type RefusalClass =
  | 'retry'
  | 'wait'
  | 'number'
  | 'permission'
  | 'stop'
  | 'request'
  | 'unlisted';

interface FactDetails {
  /** About to be sent to Twilio. */
  submitting: object;
  /** The operator's leg exists. */
  operatorCreated: { sid: string };
  /** Twilio refused the call: it never existed. */
  submissionRefused: { class: RefusalClass; code: number };
  /** No clear answer: the call may or may not exist. */
  submissionUnknown: object;
  /** The call does not exist, and one that turns up is a stray. */
  neverSent: object;
  operatorRang: object;
  operatorAnswered: object;
  /** Pressed 1, or sits at a browser phone. */
  operatorReady: object;
  /** "Not now": call again in so many minutes. */
  operatorDeferred: { minutes: number };
  operatorEnded: { as: LegEnd };
  /** The customer shall not be dialled any more. `why`: the code of the rule of the gate that said no; `nextAt`: when it would say yes. */
  withdrawn: { reason: WithdrawalReason; why?: string; nextAt?: Instant };
  /** The customer's leg may exist from here on. */
  dialling: object;
  customerCreated: { sid: string };
  customerRang: object;
  customerAnswered: object;
  /** `seconds`: how long it lasted from its answer; above 0 proves one. */
  customerEnded: { as: LegEnd; seconds: number };
  /** Why it could not be put through, where the network says more than that it ended. */
  customerRefused: LineRefusal;
  /**
   * A machine answered instead of the customer, as the operator says, or who listens for machines. Said
   * after the attempt was settled as reached, it has what follows from it instead (`instead`).
   */
  voicemail: { by: 'operator' | 'network'; instead?: Settled };
  /** The machine hears the task's message; the operator is not waited for: the customer's leg ends on its own. */
  messageLeft: object;
  /** The talk becomes a conference: the customer's leg is sent there, the operator's follows from its Dial. */
  conference: object;
  /** The operator is out of it, or never came: it is over for both. */
  conferenceLeft: object;
  /** Twilio, asked, knows no leg of the customer's. */
  customerAbsent: object;
  bridged: object;
  /** Twilio says that an operator and a customer who called in were not joined. */
  notJoined: object;
  /** The one who called hung up while the other's phone rang: the operator, or who called in. */
  callerHungUp: object;
  settled: Settled;
  /** A customer who counted as not reached proved to have been. */
  corrected: object;
  /** The form was sent; noted where the task lets no call follow before. */
  formSent: object;
  /** The operator may be rung again from `freeAt` on, unless they took more time, or said *done*. */
  operatorReleased: { freeAt: Instant };
}

/**
 * Why a customer's line took no call: they declined it, there is no such number, or the network did
 * not try because of our account. `sip` is the line's own answer (RFC 3261, section 21), `code` the
 * network's error.
 */
export interface LineRefusal {
  because: 'declined' | 'no-such-number' | 'our-account';
  sip?: number;
  code?: number;
}

export type WithdrawalReason = 'moved' | 'cancelled' | 'gone' | 'not-now' | 'may-not-be-called';
export type FactKind = keyof FactDetails;
export type Facts = {
  readonly [K in FactKind]?: FactDetails[K] & { at: Instant };
};
export type Fact = {
  [K in FactKind]: { kind: K; at: Instant } & FactDetails[K];
}[FactKind];

export interface Settled {
  outcome: Outcome;
  /** When the row is due again because of this attempt; otherwise it ends with `status`. */
  nextDueAt?: Instant;
  status?: FinalStatus;
}
