import { delaySeconds } from '../../domain/attempt/dial-timing.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import { lineTimeout, type Slot, type SlotWish } from '../../ports/calls/call-rate.ts';
import type { Ports } from '../../ports/ports.ts';

export type SlotPorts = Pick<Ports, 'callRate' | 'directory' | 'dialQueue' | 'clock'>;

export type SlotPermit =
  /** No `slot` where the account has no limit. */
  { kind: 'go'; slot?: Slot } | { kind: 'wait'; until: Instant };

/**
 * Asks whether a call may be sent now: the last question, when everything else says yes. A newcomer
 * that is refused does nothing more about it: its row stays at 10, and is found there in its turn.
 */
export async function takeSlot(ports: SlotPorts, by: SlotWish['by']): Promise<SlotPermit> {
  const { callsPerSecond: perSecond } = await ports.directory.account();
  if (perSecond === null) return { kind: 'go' };
  const answer = await ports.callRate.take({ perSecond, by, at: ports.clock.now() });
  if (answer.kind === 'taken') return { kind: 'go', slot: answer.slot };
  const { until, isServed } = answer;
  if (by === 'newcomer' && !isServed) await openLine(ports, until);
  return { kind: 'wait', until };
}

export async function giveBack(
  { callRate }: Pick<Ports, 'callRate'>,
  slot: Slot | undefined,
): Promise<void> {
  if (slot !== undefined) await callRate.giveBack(slot);
}

/** Has those who wait served from the instant on, unless somebody serves them. One message for all. */
export async function openLine(ports: Omit<SlotPorts, 'directory'>, from: Instant): Promise<void> {
  const now = ports.clock.now();
  if (!(await ports.callRate.joinLine(now, from + lineTimeout))) return;
  await ports.dialQueue.send({ kind: 'slot-free' }, delaySeconds(from - now));
}
