import type { Attempt } from '../../domain/attempt/attempt.ts';
import { partnerTimeout } from '../../domain/attempt/call-timeouts.ts';
import type { Fact } from '../../domain/attempt/facts.ts';
import { type Instant, second } from '../../domain/basics/instant.ts';
import { historyLimit } from '../../ports/calls/attempts.ts';
import type { LegNews } from '../../ports/calls/dialler.ts';
import { noteFacts } from '../call/find-attempt.ts';
import type { SubmitPorts } from '../callback/submit-call.ts';

/** What became of a call from a customer of which there is no news: their leg, and the operator's on it. */
export async function lookUpCallIn(ports: SubmitPorts, attempt: Attempt): Promise<Attempt> {
  return lookUpJoining(ports, await lookUpOperator(ports, await lookUpCaller(ports, attempt)));
}

async function lookUpCaller(ports: SubmitPorts, attempt: Attempt): Promise<Attempt> {
  const { customerCreated, customerEnded } = attempt.facts;
  if (customerCreated === undefined || customerEnded !== undefined) return attempt;
  const at = ports.clock.now();
  const leg = await ports.dialler.leg(customerCreated.sid);
  const state = leg?.state ?? { endedAs: 'failed' as const, seconds: 0 };
  if (typeof state === 'string') return attempt;
  const { endedAs: as, seconds } = state;
  return noteFacts(ports, attempt, { kind: 'customerEnded', at, as, seconds });
}

async function lookUpOperator(ports: SubmitPorts, attempt: Attempt): Promise<Attempt> {
  const { operatorEnded, neverSent } = attempt.facts;
  if (operatorEnded || neverSent) return attempt;
  const at = ports.clock.now();
  const found = await findLeg(ports, attempt);
  if (found === undefined) {
    const never: Fact = { kind: 'neverSent', at };
    return (await ports.attempts.record(attempt.id, never, ['operatorCreated'])) ?? attempt;
  }
  const created: Fact = { kind: 'operatorCreated', at, sid: found.sid };
  const news = operatorNews(found.leg, at) ?? [];
  return noteFacts(ports, attempt, created, ...[news].flat());
}

/** An operator who was let through this long before their leg ended had the caller on the line. */
const joinedAfter = 2 * second;

/**
 * The dial's action, which tells whether they were joined, did not come. They were if an operator was let
 * through and both legs outlived that moment; Twilio tells whole seconds.
 */
async function lookUpJoining(ports: SubmitPorts, attempt: Attempt): Promise<Attempt> {
  const { operatorReady, operatorEnded, operatorCreated, bridged, notJoined } = attempt.facts;
  if (!operatorEnded || bridged || notJoined) return attempt;
  const at = ports.clock.now();
  if (at < operatorEnded.at + partnerTimeout) return attempt;
  if (!operatorReady) return noteFacts(ports, attempt, { kind: 'notJoined', at });
  const sids = [operatorCreated?.sid, attempt.facts.customerCreated?.sid];
  const legs = await Promise.all(sids.map((sid) => sid && ports.dialler.leg(sid)));
  const joinedAt = operatorReady.at + joinedAfter;
  const areJoined = legs.every((leg) => leg && hasLivedTo(leg, joinedAt));
  return noteFacts(ports, attempt, { kind: areJoined ? 'bridged' : 'notJoined', at });
}

function hasLivedTo({ state }: LegNews, at: Instant): boolean {
  return typeof state === 'string' || state.endedAt >= at;
}

/** The leg that this attempt dialled on the customer's; earlier attempts of the call have theirs. */
async function findLeg(
  { dialler, attempts }: SubmitPorts,
  { row, claimedAt, facts }: Attempt,
): Promise<{ sid: string; leg: LegNews | undefined } | undefined> {
  const { operatorCreated, customerCreated } = facts;
  if (operatorCreated !== undefined) {
    return { sid: operatorCreated.sid, leg: await dialler.leg(operatorCreated.sid) };
  }
  if (customerCreated === undefined) return undefined;
  const others = await attempts.history(row, historyLimit);
  const known = new Set(others.map((it) => it.facts.operatorCreated?.sid));
  const claimedIn = Math.floor(claimedAt / second) * second;
  const legs = await dialler.childrenOf(customerCreated.sid);
  const leg = legs.find((it) => it.createdAt >= claimedIn && !known.has(it.sid));
  return leg && { sid: leg.sid, leg };
}

/** What Twilio says of an operator's leg; one that it does not know is over. */
export function operatorNews(leg: LegNews | undefined, at: Instant): Fact | undefined {
  if (leg === undefined) return { kind: 'operatorEnded', at, as: 'failed' };
  if (leg.state === 'ringing') return undefined;
  if (leg.state === 'answered') return { kind: 'operatorAnswered', at };
  return { kind: 'operatorEnded', at, as: leg.state.endedAs };
}
