import type { Attempt } from '../attempt/attempt.ts';
import type { Instant } from '../basics/instant.ts';
import type { GateReason } from './gate-reasons.ts';
import { refusedByHours } from './hours.ts';
import { refusedHowOften } from './how-often.ts';
import { type Permitted, permitted } from './permitted.ts';
import type { DialQuestion, NumberQuestion, Refusal, Rule } from './question.ts';
import { refusedWhere } from './where.ts';
import { refusedByCustomer } from './who-said-no.ts';
import { type Customer, customerZones } from './zones/customer-zones.ts';

/** May this number be called? No comes with the next instant when it may, if there is one. */
export type GateAnswer =
  | { may: true; to: Permitted }
  | { may: false; reason: GateReason; nextAt?: Instant };

/** In the order in which they are asked: the first that says no gives the reason. */
const rules: readonly Rule[] = [refusedWhere, refusedByCustomer, refusedHowOften, refusedByHours];

/** The gate on every path to a dial: lambdas/README.md#may-this-number-be-called-now. */
export function mayDial(question: DialQuestion): GateAnswer {
  const refusal = firstRefusal(question);
  if (refusal === undefined) return { may: true, to: permitted(question.to ?? '') };
  const { reason } = refusal;
  const nextAt = permittedFrom(question, refusal);
  return nextAt === undefined ? { may: false, reason } : { may: false, reason, nextAt };
}

/**
 * Why the number may not be called at any time, as long as neither the task nor the list of those who
 * said no changes: whoever writes the number into a row is told at once.
 */
export function refusedForGood(question: NumberQuestion): GateReason | undefined {
  return (refusedWhere(question) ?? refusedByCustomer(question))?.reason;
}

/** May a text be sent to the number? Where it could ever be called: a text wakes nobody, and keeps no hours. */
export function mayText(question: NumberQuestion): TextAnswer {
  const reason = refusedForGood(question);
  return reason === undefined
    ? { may: true, to: permitted(question.to ?? '') }
    : { may: false, reason };
}

export type TextAnswer = { may: true; to: Permitted } | { may: false; reason: GateReason };

/** By whose clock the gate answers, as an attempt keeps it; of several zones the first stands for all. */
export function clockOfGate(customer: Customer): NonNullable<Attempt['permittedBy']> {
  const { zones, from } = customerZones(customer);
  return { zone: zones[0], from };
}

/** The customer of an attempt that was let through: the same request again gets the same answer. */
export function permittedBefore({ facts, customer }: Attempt): Permitted | undefined {
  return facts.dialling && permitted(customer);
}

function firstRefusal(question: DialQuestion): Refusal | undefined {
  for (const rule of rules) {
    const refusal = rule(question);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/** Rules that take turns to say no for so long will not agree. */
const mostRounds = 100;

/**
 * The first instant at which no rule says no. Each names the first at which it would not itself, so
 * that asking them all again from there on passes over no instant at which the call may be made.
 */
function permittedFrom(question: DialQuestion, first: Refusal): Instant | undefined {
  let refusal: Refusal | undefined = first;
  let { at } = question;
  for (let n = 0; n < mostRounds; n++) {
    if (refusal === undefined) return at;
    if (refusal.until === undefined) return undefined;
    at = refusal.until;
    refusal = firstRefusal({ ...question, at });
  }
  return undefined;
}
