import { type Instant, minute, second } from '../basics/instant.ts';
import { type Attempt, isCustomerGone, isOperatorGone } from './attempt.ts';

/** A submission without an answer counts as never sent when this long brought no news. */
export const submissionTimeout: number = 45 * second;

/** A leg whose partner has ended is looked up when nothing is heard of it for this long. */
export const partnerTimeout: number = 10 * second;

/** A live leg that nothing is heard of for this long is looked up at the next sweep. */
const legTimeout = 30 * second;

/** While they talk there is no news to come: Twilio is asked once in this long. */
const talkTimeout = 10 * minute;

/** The sweep comes every minute: what is due in one is not due in the next. */
const sweepPeriod = minute;

/** Whether a sweep at this moment shall ask what became of the attempt. */
export function isToBeLookedUp(attempt: Attempt, now: Instant): boolean {
  const at = lookUpAt(attempt);
  if (at === undefined || at > now) return false;
  return !isTalking(attempt) || (now - at) % talkTimeout < sweepPeriod;
}

function isTalking(attempt: Attempt): boolean {
  const { facts, origin } = attempt;
  if (origin === 'inbound' || facts.customerEnded) return false;
  return facts.customerAnswered !== undefined && operatorGoneSince(attempt) === undefined;
}

/** When Twilio, or the lack of a submission, shall be looked at; undefined for an attempt that is over. */
export function lookUpAt(attempt: Attempt): Instant | undefined {
  const { facts, claimedAt, origin } = attempt;
  if (facts.settled && facts.operatorReleased) return undefined;
  if (origin !== 'inbound' && !facts.operatorCreated && !isOperatorGone(attempt)) {
    return (facts.submitting?.at ?? claimedAt) + submissionTimeout;
  }
  const news = Object.values(facts).map((fact) => fact.at);
  const lastNews = Math.max(claimedAt, ...news);
  if (isTalking(attempt)) return lastNews + talkTimeout;
  const isAwaited = isOnePartnerGone(attempt) || isLeftInConference(attempt);
  return lastNews + (isAwaited ? partnerTimeout : legTimeout);
}

/** One leg has ended, and the end of the other, or word of whether they talked, should be here soon. */
export function isOnePartnerGone(attempt: Attempt): boolean {
  const { facts, origin } = attempt;
  if (facts.settled) return false;
  if (origin === 'inbound') {
    const isJoiningOpen = facts.operatorReady && !facts.bridged && !facts.notJoined;
    const isOperatorOver = isOperatorGone(attempt);
    return isOperatorOver !== isCustomerGone(attempt) || (isOperatorOver && Boolean(isJoiningOpen));
  }
  if (!facts.dialling) return false;
  return (operatorGoneSince(attempt) !== undefined) !== isCustomerGone(attempt);
}

/** Since when the operator talks no more: their leg has ended, or is out of the conference. */
export function operatorGoneSince({ facts }: Attempt): Instant | undefined {
  return (facts.operatorEnded ?? facts.conferenceLeft)?.at;
}

/** The customer is gone, and the operator may wait for them alone: who was in it with them leaves at once. */
export function isLeftInConference(attempt: Attempt): boolean {
  const { conference, operatorReleased } = attempt.facts;
  if (conference === undefined || operatorReleased !== undefined) return false;
  return isCustomerGone(attempt) && operatorGoneSince(attempt) === undefined;
}
