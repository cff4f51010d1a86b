import { type Attempt, isCustomerGone, isOperatorGone, isReached } from '../attempt/attempt.ts';
import type { LegEnd, LineRefusal } from '../attempt/facts.ts';
import type { NotReachedCause, Outcome } from '../attempt/outcomes.ts';

/**
 * What became of the attempt, or undefined while that is open.
 *
 * *Reached* settles when the customer’s part is over. *Not reached* settles when every leg
 * that may exist is known to have ended: a phone that still rings may still be answered.
 */
export function outcomeOf(attempt: Attempt): Outcome | undefined {
  if (attempt.origin === 'inbound') return afterCallIn(attempt);
  return attempt.facts.dialling === undefined ? beforeDialling(attempt) : afterDialling(attempt);
}

function beforeDialling(attempt: Attempt): Outcome | undefined {
  const { facts } = attempt;
  if (!isOperatorGone(attempt)) return undefined;
  if (facts.operatorDeferred) return 'operator-deferred';
  if (facts.withdrawn) return 'withdrawn';
  if (facts.operatorEnded) return operatorOutcome[facts.operatorEnded.as];
  return facts.submissionRefused ? 'refused' : 'never-sent';
}

/** `completed` without a customer dialled: nobody pressed the key, a voicemail perhaps. */
const operatorOutcome: Record<LegEnd, Outcome> = {
  busy: 'operator-busy',
  'no-answer': 'operator-no-answer',
  failed: 'operator-failed',
  canceled: 'operator-no-answer',
  completed: 'operator-not-ready',
};

/**
 * The attempt is over with the operator's leg: the customer may be on the line for the next one. Of an
 * operator who was let through it must be known whether they were joined.
 */
function afterCallIn(attempt: Attempt): Outcome | undefined {
  const { operatorEnded, operatorReady, customerEnded, callerHungUp, notJoined } = attempt.facts;
  const isOperatorOver = isOperatorGone(attempt);
  if (isReached(attempt)) {
    return isOperatorOver || isCustomerGone(attempt) ? 'reached' : undefined;
  }
  if (!isOperatorOver) return undefined;
  if (operatorReady && !notJoined && !callerHungUp) return undefined;
  if (mayBeCallers(operatorEnded?.as) && !customerEnded && !notJoined) return undefined;
  if (customerEnded || callerHungUp || operatorEnded?.as === 'canceled') return 'caller-gone';
  return operatorEnded ? operatorOutcome[operatorEnded.as] : 'never-sent';
}

/**
 * An operator's leg ends like that too when the caller gives up. That they are still there (`notJoined`)
 * or not is told by the dial's action, by their own end, or by asking, in whatever order.
 */
function mayBeCallers(end: LegEnd | undefined): boolean {
  return end === 'no-answer' || end === 'completed';
}

function afterDialling(attempt: Attempt): Outcome | undefined {
  const { facts } = attempt;
  const customerGone = isCustomerGone(attempt);
  if (!customerGone) return undefined;
  if (isReached(attempt)) return 'reached';
  if (!isOperatorGone(attempt)) return undefined;
  if (facts.voicemail) return 'voicemail';
  const because = facts.customerRefused?.because;
  if (because !== undefined) return refusedOutcome[because];
  return facts.customerEnded && !isLegMissing(attempt)
    ? causeOf(attempt, facts.customerEnded.as)
    : 'no-customer-leg';
}

const refusedOutcome: Record<LineRefusal['because'], Outcome> = {
  declined: 'customer-declined',
  'no-such-number': 'no-such-number',
  'our-account': 'no-customer-leg',
};

/** Twilio says that the dial failed, and no leg was ever heard of: it refused to make one. */
function isLegMissing({ facts }: Attempt): boolean {
  const { customerCreated, customerRang, customerEnded } = facts;
  return customerEnded?.as === 'failed' && !customerCreated && !customerRang;
}

function causeOf({ facts }: Attempt, as: LegEnd): NotReachedCause {
  if (facts.callerHungUp || as === 'canceled') return 'operator-hung-up';
  switch (as) {
    case 'busy':
      return 'customer-busy';
    case 'no-answer':
      return 'customer-no-answer';
    case 'failed':
    case 'completed': // only an answered leg completes, so that is settled as reached before
      return 'customer-failed';
    default:
      return as satisfies never;
  }
}
