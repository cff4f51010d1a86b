import type { AttemptId } from '../../domain/attempt/attempt.ts';
import { type Instant, second } from '../../domain/basics/instant.ts';
import type { CallRefusal } from '../../domain/gate/call-refusal.ts';
import { lineOf } from '../../domain/task/operator-line.ts';
import type { Operator } from '../../domain/task/task.ts';
import type { ServePorts } from '../callback/claim-row.ts';
import { type SubmitPorts, submitCall } from '../callback/submit-call.ts';
import { giveBack, type SlotPermit, type SlotPorts, takeSlot } from '../callback/take-slot.ts';
import { type AttachPorts, attachCall, type CallTarget } from './attach-call.ts';
import { claimManualCall } from './claim-manual-call.ts';

export type PlacePorts = AttachPorts & ServePorts & SubmitPorts & SlotPorts;

export type Placed = { kind: 'placed'; attempt: AttemptId } | ({ kind: 'refused' } & CallRefusal);

/** Longer than this nobody waits for a button to do something, in milliseconds. */
const longestWait = 5 * second;

/**
 * An operator calls from the console: their phone rings at once, then the customer's. The call is
 * attached to a row like any other, asks the same gate and takes the same locks.
 */
export async function placeCall(
  ports: PlacePorts,
  { operator, target }: { operator: Operator; target: CallTarget },
): Promise<Placed> {
  const attached = await attachCall(ports, { operator, target });
  if (attached.kind === 'refused') return refused(attached.refusal);
  const permit = await waitForSlot(ports);
  if (permit.kind === 'wait') return refused({ reason: 'no-slot' });
  const line = { id: operator.id, address: lineOf(operator) };
  const facts = (at: Instant) => ({ submitting: { at } });
  const claim = await claimManualCall(ports, { attached, operator: line, facts });
  if (claim.kind !== 'claimed') await giveBack(ports, permit.slot);
  if (claim.kind === 'refused') return refused(claim.refusal);
  if (claim.kind === 'call-known') throw new Error('a call that was not yet made is known');
  const { attempt } = claim;
  const startAt = ports.clock.now();
  await submitCall(ports, { attempt, task: attached.task, startAt, ringAt: startAt });
  const after = await ports.attempts.get(attempt.id);
  if (after?.facts.submissionRefused) return refused({ reason: 'network-refuses' });
  return { kind: 'placed', attempt: attempt.id };
}

/** A person at a button is served before those who wait in line. */
async function waitForSlot(ports: PlacePorts): Promise<SlotPermit> {
  const latest = ports.clock.now() + longestWait;
  for (;;) {
    const permit = await takeSlot(ports, 'person');
    if (permit.kind === 'go' || permit.until > latest) return permit;
    await ports.clock.sleepUntil(permit.until);
  }
}

function refused(refusal: CallRefusal): Placed {
  return { kind: 'refused', ...refusal };
}
