import type { AttemptId, Fact } from '../domain/attempt.ts';
import { type Instant, second } from '../domain/instant.ts';
import { isOnePartnerGone, partnerSilence } from '../domain/silence.ts';
import type { LegEvent } from '../domain/voice-step.ts';
import { attemptOfCall, noteFact } from './find-attempt.ts';
import { type SettlePorts, settleAttempt } from './settle-attempt.ts';

/** News of a leg. It may come twice, late, early or never: facts are kept once, and settle when enough is known. */
export async function recordLegEvent(
  ports: SettlePorts,
  { attempt: id, event }: { attempt: AttemptId; event: LegEvent },
): Promise<void> {
  const callSid = event.leg === 'operator' ? event.sid : event.parentSid;
  if (callSid === undefined) return;
  let attempt = await attemptOfCall(ports, { attempt: id, callSid });
  if (attempt === undefined) return;
  for (const fact of factsOf(event, ports.clock.now()))
    attempt = await noteFact(ports, attempt, fact);
  await settleAttempt(ports, attempt);
  if (isOnePartnerGone(attempt)) {
    await ports.dialQueue.send({ kind: 'check', attempt: id }, partnerSilence / second);
  }
}

function factsOf(event: LegEvent, at: Instant): Fact[] {
  return event.leg === 'operator' ? operatorFacts(event, at) : customerFacts(event, at);
}

function operatorFacts({ state }: LegEvent, at: Instant): Fact[] {
  switch (state) {
    case 'initiated':
      return [];
    case 'ringing':
      return [{ kind: 'operatorRang', at }];
    case 'answered':
      return [{ kind: 'operatorAnswered', at }];
    default:
      return [{ kind: 'operatorEnded', at, as: state }];
  }
}

function customerFacts({ state, sid, seconds }: LegEvent, at: Instant): Fact[] {
  switch (state) {
    case 'initiated':
      return [{ kind: 'customerCreated', at, sid }];
    case 'ringing':
      return [{ kind: 'customerRang', at }];
    case 'answered':
      return [{ kind: 'customerAnswered', at }];
    default:
      return [{ kind: 'customerEnded', at, as: state, seconds }];
  }
}
