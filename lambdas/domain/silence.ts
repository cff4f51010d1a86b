import { type Attempt, isOperatorGone } from './attempt.ts';
import { type Instant, second } from './instant.ts';

/** A claim whose submission was not begun after this long will not be: its function died. */
const claimSilence = 10 * second;

/** A submission without an answer counts as never sent when this long brought no news. */
export const submissionSilence: number = 45 * second;

/** A leg whose partner has ended is looked up when nothing is heard of it for this long. */
export const partnerSilence: number = 10 * second;

/** A live leg that nothing is heard of for this long is looked up at the next sweep. */
const legSilence = 30 * second;

/** When Twilio, or the lack of a submission, shall be looked at; undefined for an attempt that is over. */
export function lookUpAt(attempt: Attempt): Instant | undefined {
  const { facts, claimedAt } = attempt;
  if (facts.settled && facts.operatorReleased) return undefined;
  if (!facts.operatorCreated && !isOperatorGone(attempt)) {
    return facts.submitting ? facts.submitting.at + submissionSilence : claimedAt + claimSilence;
  }
  const news = Object.values(facts).map((fact) => fact.at);
  const lastNews = Math.max(claimedAt, ...news);
  return lastNews + (isOnePartnerGone(attempt) ? partnerSilence : legSilence);
}

/** One leg has ended, and the end of the other should be here soon. */
export function isOnePartnerGone({ facts }: Attempt): boolean {
  if (facts.settled || !facts.dialling) return false;
  const isCustomerGone = facts.customerEnded !== undefined || facts.customerAbsent !== undefined;
  return (facts.operatorEnded !== undefined) !== isCustomerGone;
}
