import type { Attempt, AttemptId } from '../../domain/attempt/attempt.ts';
import {
  isLeftInConference,
  isOnePartnerGone,
  partnerTimeout,
} from '../../domain/attempt/call-timeouts.ts';
import type { Fact } from '../../domain/attempt/facts.ts';
import { type Instant, second } from '../../domain/basics/instant.ts';
import type { LegEvent } from '../../domain/phone/voice-step.ts';
import { attemptOfCall } from './find-attempt.ts';
import { endOperator, type SettlePorts, takeFacts } from './settle-attempt.ts';

/** News of a leg. It may come twice, late, early or never: facts are kept once, and settle when enough is known. */
export async function recordLegEvent(
  ports: SettlePorts,
  { attempt: id, event }: { attempt: AttemptId; event: LegEvent },
): Promise<void> {
  const callSid = event.leg === 'operator' ? event.sid : event.parentSid;
  if (callSid === undefined) return;
  const attempt = await attemptOfCall(ports, { attempt: id, callSid });
  if (attempt === undefined) return;
  const isOperator = event.leg === 'operator';
  const facts = (isOperator ? operatorFacts : customerFacts)(event, ports.clock.now());
  await take(ports, attempt, facts);
}

/** A call that somebody made to us is over: an operator's own, or a customer's. */
export async function recordCallerEvent(ports: SettlePorts, event: LegEvent): Promise<void> {
  const attempt = await ports.attempts.ofCall(event.sid);
  if (attempt === undefined || !isEnd(event.state)) return;
  const isCustomer = attempt.origin === 'inbound';
  const facts = (isCustomer ? customerFacts : operatorFacts)(event, ports.clock.now());
  await take(ports, attempt, facts);
}

function isEnd(state: LegEvent['state']): boolean {
  return !['initiated', 'ringing', 'answered'].includes(state);
}

async function take(ports: SettlePorts, known: Attempt, facts: Fact[]): Promise<void> {
  if (isLastEnd(known, facts)) return endOperator(ports, known, facts);
  const attempt = await takeFacts(ports, known, facts);
  if (isOnePartnerGone(attempt) || isLeftInConference(attempt)) {
    const check = { kind: 'check', attempt: attempt.id } as const;
    await ports.dialQueue.send(check, partnerTimeout / second);
  }
}

/** The customer's part was settled before: only the operator's end was still to come. */
function isLastEnd({ facts: known }: Attempt, facts: readonly Fact[]): boolean {
  const isEnd = facts.some(({ kind }) => kind === 'operatorEnded');
  return isEnd && Boolean(known.settled) && !known.operatorEnded && !known.operatorReleased;
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

function customerFacts({ state, sid, seconds, refused }: LegEvent, at: Instant): Fact[] {
  switch (state) {
    case 'initiated':
      return [{ kind: 'customerCreated', at, sid }];
    case 'ringing':
      return [{ kind: 'customerRang', at }];
    case 'answered':
      return [{ kind: 'customerAnswered', at }];
    default:
      return [
        { kind: 'customerCreated', at, sid },
        ...(refused ? [{ kind: 'customerRefused', at, ...refused } as const] : []),
        { kind: 'customerEnded', at, as: state, seconds },
      ];
  }
}
