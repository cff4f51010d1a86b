import type { Attempt, OperatorLine } from '../../domain/attempt/attempt.ts';
import type { Facts } from '../../domain/attempt/facts.ts';
import { operatorLock } from '../../domain/attempt/lock.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import type { CallRefusal } from '../../domain/gate/call-refusal.ts';
import type { CallIn } from '../../ports/calls/attempts.ts';
import { isFormOwed } from '../call/finish-wrap-up.ts';
import { claimRow, type Served, type ServePorts } from '../callback/claim-row.ts';
import type { Attached } from './attach-call.ts';

export interface ManualCall {
  attached: Attached & { kind: 'attached' };
  operator: OperatorLine;
  facts: (at: Instant) => Facts;
  /** The operator's own call, where they dialled it. */
  call?: CallIn;
}

export type ManualClaim =
  | { kind: 'claimed'; attempt: Attempt }
  | { kind: 'call-known' }
  | { kind: 'refused'; refusal: CallRefusal };

/** Claims the row for an operator's own call. Whoever calls has done with their last one. */
export async function claimManualCall(ports: ServePorts, wanted: ManualCall): Promise<ManualClaim> {
  const { attached, ...rest } = wanted;
  const { task, row, customer } = attached;
  const call = { origin: 'manual', task, row, customer, ...rest } as const;
  let served = await claimRow(ports, call);
  if (served.kind === 'operator-taken') {
    const lock = operatorLock(wanted.operator);
    if (await isFormOwed(ports, lock)) return { kind: 'refused', refusal: { reason: 'form-owed' } };
    await ports.attempts.endWrapUp(lock, ports.clock.now());
    served = await claimRow(ports, call);
  }
  if (served.kind === 'claimed') return served;
  if (served.kind === 'call-known') return { kind: served.kind };
  return { kind: 'refused', refusal: { reason: reasons[served.kind] } };
}

const reasons: Record<Exclude<Served['kind'], 'claimed' | 'call-known'>, CallRefusal['reason']> = {
  'operator-taken': 'operator-in-call',
  'row-taken': 'customer-in-call',
  'number-taken': 'customer-in-call',
  'row-changed': 'row-busy',
  gone: 'no-row',
  barred: 'barred',
};
