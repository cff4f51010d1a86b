import type { AttemptId } from '../../domain/attempt/attempt.ts';
import { type Instant, second } from '../../domain/basics/instant.ts';
import type { CallRefusal } from '../../domain/gate/call-refusal.ts';
import { lineOf } from '../../domain/task/operator-line.ts';
import type { Operator } from '../../domain/task/task.ts';
import type { Ports } from '../../ports/ports.ts';
import type { ServePorts } from '../callback/claim-row.ts';
import { type SubmitPorts, submitCall } from '../callback/submit-call.ts';
import { type AttachPorts, attachCall, type CallTarget } from './attach-call.ts';
import { claimManualCall } from './claim-manual-call.ts';

export type PlacePorts = AttachPorts & ServePorts & SubmitPorts & Pick<Ports, 'callRate'>;

export type Placed = { kind: 'placed'; attempt: AttemptId } | ({ kind: 'refused' } & CallRefusal);

/** Longer than this nobody waits for a button to do something, in milliseconds. */
const longestWait = 5 * second;

/**
 * An operator calls from the console: his phone rings at once, then the customer's. The call is
 * attached to a row like any other, asks the same gate and takes the same locks.
 */
export async function placeCall(
  ports: PlacePorts,
  { operator, target }: { operator: Operator; target: CallTarget },
): Promise<Placed> {
  const attached = await attachCall(ports, { operator, target });
  if (attached.kind === 'refused') return refused(attached.refusal);
  const startAt = await takeSlot(ports, operator);
  if (startAt === undefined) return refused({ reason: 'no-slot' });
  await ports.clock.sleepUntil(startAt);
  const line = { id: operator.id, address: lineOf(operator) };
  const claim = await claimManualCall(ports, { attached, operator: line, facts: () => ({}) });
  if (claim.kind === 'refused') return refused(claim.refusal);
  if (claim.kind === 'call-known') throw new Error('a call that was not yet made is known');
  const { attempt } = claim;
  await submitCall(ports, { attempt, task: attached.task, startAt, ringAt: startAt });
  const after = await ports.attempts.get(attempt.id);
  if (after?.facts.submissionRefused) return refused({ reason: 'network-refuses' });
  return { kind: 'placed', attempt: attempt.id };
}

/** When the call may be sent; undefined when that is too far ahead. Asked again soon, it is the same moment. */
async function takeSlot(
  { callRate, directory, clock }: PlacePorts,
  { id }: Operator,
): Promise<Instant | undefined> {
  const { callsPerSecond } = await directory.account();
  const now = clock.now();
  if (callsPerSecond === null) return now;
  const slotAt = await callRate.reserve(callsPerSecond, now, `manual:${id}`);
  return slotAt - now > longestWait ? undefined : slotAt;
}

function refused(refusal: CallRefusal): Placed {
  return { kind: 'refused', ...refusal };
}
