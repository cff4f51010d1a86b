import type { Attempt, AttemptId, Fact, FactKind } from '../../domain/attempt/attempt.ts';
import { isOnePartnerGone, lookUpAt, partnerTimeout } from '../../domain/attempt/call-timeouts.ts';
import { type Instant, second } from '../../domain/basics/instant.ts';
import type { LegNews } from '../../ports/dialler.ts';
import { noteFact } from '../call/find-attempt.ts';
import { settleAttempt } from '../call/settle-attempt.ts';
import type { SubmitPorts } from '../callback/submit-call.ts';
import { lookUpCallIn, operatorNews } from './look-up-call-in.ts';

/** Operators' legs are looked for from a little before they were sent: Twilio counts whole seconds. */
const clockTolerance = 2 * second;

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
  if (found === attempt || !isOnePartnerGone(found)) return;
  await ports.dialQueue.send({ kind: 'check', attempt: id }, partnerTimeout / second);
}

async function lookUp(ports: SubmitPorts, attempt: Attempt): Promise<Attempt> {
  if (attempt.origin === 'inbound') return lookUpCallIn(ports, attempt);
  const sent = await lookUpSubmission(ports, attempt);
  const operator = await lookUpOperator(ports, sent);
  return lookUpCustomer(ports, operator);
}

async function lookUpSubmission(ports: SubmitPorts, attempt: Attempt): Promise<Attempt> {
  const { submitting, operatorCreated, submissionRefused, neverSent } = attempt.facts;
  if (operatorCreated || submissionRefused || neverSent) return attempt;
  const at = ports.clock.now();
  if (submitting === undefined) {
    return decide(ports, attempt, { kind: 'neverSent', at }, ['submitting', 'operatorCreated']);
  }
  const leg = await findUnclaimedLeg(ports, attempt, submitting.at);
  if (leg === undefined)
    return decide(ports, attempt, { kind: 'neverSent', at }, ['operatorCreated']);
  const created = { kind: 'operatorCreated', at, sid: leg.sid } as const;
  return decide(ports, attempt, created, ['neverSent']);
}

async function decide(
  { attempts }: SubmitPorts,
  attempt: Attempt,
  fact: Fact,
  unless: readonly FactKind[],
): Promise<Attempt> {
  return (await attempts.record(attempt.id, fact, unless)) ?? attempt;
}

/**
 * A leg to this operator that no attempt knows. His lock is the attempt's since the claim, so a
 * call that was made to him after that is the one whose creation was not answered.
 */
async function findUnclaimedLeg(
  { dialler }: SubmitPorts,
  attempt: Attempt,
  submittedAt: Instant,
): Promise<LegNews | undefined> {
  const legs = await dialler.legsTo(attempt.operator.address, submittedAt - clockTolerance);
  const submittedIn = Math.floor(submittedAt / second) * second;
  return legs.find(({ state }) => typeof state === 'string' || state.endedAt >= submittedIn);
}

async function lookUpOperator(ports: SubmitPorts, attempt: Attempt): Promise<Attempt> {
  const { operatorCreated, operatorEnded } = attempt.facts;
  if (operatorCreated === undefined || operatorEnded !== undefined) return attempt;
  const leg = await ports.dialler.leg(operatorCreated.sid);
  const news = operatorNews(leg, ports.clock.now());
  return news === undefined ? attempt : noteFact(ports, attempt, news);
}

async function lookUpCustomer(ports: SubmitPorts, attempt: Attempt): Promise<Attempt> {
  const { dialling, operatorCreated, operatorEnded, customerEnded } = attempt.facts;
  if (!dialling || !operatorCreated || customerEnded) return attempt;
  const at = ports.clock.now();
  const [leg] = await ports.dialler.childrenOf(operatorCreated.sid);
  if (leg !== undefined) return noteCustomer(ports, attempt, leg);
  const isAlone = operatorEnded !== undefined && at >= operatorEnded.at + partnerTimeout;
  return isAlone ? noteFact(ports, attempt, { kind: 'customerAbsent', at }) : attempt;
}

async function noteCustomer(ports: SubmitPorts, attempt: Attempt, leg: LegNews): Promise<Attempt> {
  const at = ports.clock.now();
  if (leg.state === 'ringing') return attempt;
  if (leg.state === 'answered') return noteFact(ports, attempt, { kind: 'customerAnswered', at });
  const { endedAs: as, seconds } = leg.state;
  return noteFact(ports, attempt, { kind: 'customerEnded', at, as, seconds });
}
