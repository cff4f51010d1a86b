import { type Attempt, type AttemptId, isCustomerGone } from '../../domain/attempt/attempt.ts';
import {
  isLeftInConference,
  isOnePartnerGone,
  lookUpAt,
  operatorGoneSince,
  partnerTimeout,
} from '../../domain/attempt/call-timeouts.ts';
import type { Fact } from '../../domain/attempt/facts.ts';
import { second } from '../../domain/basics/instant.ts';
import type { LegNews } from '../../ports/calls/dialler.ts';
import { noteFacts } from '../call/find-attempt.ts';
import { settleAttempt } from '../call/settle-attempt.ts';
import type { SubmitPorts } from '../callback/submit-call.ts';
import { lookUpCallIn, operatorNews } from './look-up-call-in.ts';

/** Operators' legs are looked for from a little before they were sent: Twilio counts whole seconds. */
const clockTolerance = 2 * second;

/** The longest ring, and Twilio's 15 s for a webhook: a leg of ours has been heard of by then. */
const longestUnheard = 90 * second;

/**
 * Finds out what became of an attempt of which there is no news: was it sent, is the operator's
 * leg up, is there a customer's? What Twilio says becomes facts like any other.
 */
export async function checkAttempt(ports: SubmitPorts, id: AttemptId): Promise<void> {
  const attempt = await ports.attempts.get(id);
  if (attempt === undefined) return;
  const dueAt = lookUpAt(attempt);
  if (dueAt === undefined) return;
  const found = dueAt > ports.clock.now() ? attempt : await lookUp(ports, attempt);
  if (found !== attempt) ports.journal.count('SilentAttemptFound');
  await settleAttempt(ports, found);
  if (dueAt <= ports.clock.now()) await leadOut(ports, found);
  if (found === attempt || !isOnePartnerGone(found)) return;
  await ports.dialQueue.send({ kind: 'check', attempt: id }, partnerTimeout / second);
}

/** Who was left alone in a conference goes on: the operator as after a talk, the customer is told. */
async function leadOut({ dialler, clock }: SubmitPorts, attempt: Attempt): Promise<void> {
  const { conference, operatorCreated } = attempt.facts;
  if (conference === undefined || operatorCreated === undefined) return;
  if (isLeftInConference(attempt)) await dialler.leaveConference(operatorCreated.sid, attempt.id);
  const goneSince = operatorGoneSince(attempt) ?? Number.POSITIVE_INFINITY;
  if (isCustomerGone(attempt) || clock.now() < goneSince + partnerTimeout) return;
  const legs = await dialler.childrenOf(operatorCreated.sid);
  const alone = legs.find(({ state }) => state === 'answered');
  if (alone !== undefined) await dialler.confer(alone.sid, attempt.id);
}

async function lookUp(ports: SubmitPorts, attempt: Attempt): Promise<Attempt> {
  if (attempt.origin === 'inbound') return lookUpCallIn(ports, attempt);
  const sent = await lookUpSubmission(ports, attempt);
  const operator = await lookUpOperator(ports, sent);
  return lookUpCustomer(ports, operator);
}

async function lookUpSubmission(ports: SubmitPorts, attempt: Attempt): Promise<Attempt> {
  const { operatorCreated, submissionRefused, neverSent } = attempt.facts;
  if (operatorCreated || submissionRefused || neverSent) return attempt;
  if (await mayYetCome(ports, attempt)) return attempt;
  const never: Fact = { kind: 'neverSent', at: ports.clock.now() };
  return (await ports.attempts.record(attempt.id, never, ['operatorCreated'])) ?? attempt;
}

/**
 * Whether Twilio has a young leg to this operator's address that may be the attempt's. It is not
 * taken for it: a leg belongs to the attempt whose URL it was made with, and only its first webhook
 * tells. A leg that was answered long ago, or has ended, has had its webhook.
 */
async function mayYetCome({ dialler, clock }: SubmitPorts, attempt: Attempt): Promise<boolean> {
  const { facts, claimedAt, operator } = attempt;
  const submittedAt = facts.submitting?.at ?? claimedAt;
  const legs = await dialler.legsTo(operator.address, submittedAt - clockTolerance);
  const youngest = clock.now() - longestUnheard;
  return legs.some(({ state, createdAt }) => typeof state === 'string' && createdAt > youngest);
}

async function lookUpOperator(ports: SubmitPorts, attempt: Attempt): Promise<Attempt> {
  const { operatorCreated, operatorEnded } = attempt.facts;
  if (operatorCreated === undefined || operatorEnded !== undefined) return attempt;
  const leg = await ports.dialler.leg(operatorCreated.sid);
  const news = operatorNews(leg, ports.clock.now());
  return news === undefined ? attempt : noteFacts(ports, attempt, news);
}

async function lookUpCustomer(ports: SubmitPorts, attempt: Attempt): Promise<Attempt> {
  const { dialling, operatorCreated, customerEnded } = attempt.facts;
  if (!dialling || !operatorCreated || customerEnded) return attempt;
  const at = ports.clock.now();
  const [leg] = await ports.dialler.childrenOf(operatorCreated.sid);
  if (leg !== undefined) return noteCustomer(ports, attempt, leg);
  const goneSince = operatorGoneSince(attempt);
  const isAlone = goneSince !== undefined && at >= goneSince + partnerTimeout;
  return isAlone ? noteFacts(ports, attempt, { kind: 'customerAbsent', at }) : attempt;
}

async function noteCustomer(ports: SubmitPorts, attempt: Attempt, leg: LegNews): Promise<Attempt> {
  const at = ports.clock.now();
  if (leg.state === 'ringing') return attempt;
  if (leg.state === 'answered') return noteFacts(ports, attempt, { kind: 'customerAnswered', at });
  const { endedAs: as, seconds } = leg.state;
  const created = { kind: 'customerCreated', at, sid: leg.sid } as const;
  return noteFacts(ports, attempt, created, { kind: 'customerEnded', at, as, seconds });
}
