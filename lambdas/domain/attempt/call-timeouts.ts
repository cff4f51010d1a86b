import { type Instant, second } from '../basics/instant.ts';
import { type Attempt, isCustomerGone, isOperatorGone } from './attempt.ts';

/** A claim whose submission was not begun after this long will not be: its function died. */
const claimTimeout = 10 * second;

/** A submission without an answer counts as never sent when this long brought no news. */
export const submissionTimeout: number = 45 * second;

/** A leg whose partner has ended is looked up when nothing is heard of it for this long. */
export const partnerTimeout: number = 10 * second;

/** A live leg that nothing is heard of for this long is looked up at the next sweep. */
const legTimeout = 30 * second;

/** When Twilio, or the lack of a submission, shall be looked at; undefined for an attempt that is over. */
export function lookUpAt(attempt: Attempt): Instant | undefined {
  const { facts, claimedAt, origin } = attempt;
  if (facts.settled && facts.operatorReleased) return undefined;
  if (origin !== 'inbound' && !facts.operatorCreated && !isOperatorGone(attempt)) {
    return facts.submitting ? facts.submitting.at + submissionTimeout : claimedAt + claimTimeout;
  }
  const news = Object.values(facts).map((fact) => fact.at);
  const lastNews = Math.max(claimedAt, ...news);
  return lastNews + (isOnePartnerGone(attempt) ? partnerTimeout : legTimeout);
}

/** One leg has ended, and the end of the other should be here soon. */
export function isOnePartnerGone(attempt: Attempt): boolean {
  const { facts, origin } = attempt;
  if (facts.settled) return false;
  if (origin === 'inbound') return isOperatorGone(attempt) !== isCustomerGone(attempt);
  if (!facts.dialling) return false;
  return (facts.operatorEnded !== undefined) !== isCustomerGone(attempt);
}
