import type { Attempt, Facts, OperatorLine } from '../domain/attempt.ts';
import type { CallRefusal } from '../domain/call-refusal.ts';
import type { Instant } from '../domain/instant.ts';
import { operatorLock } from '../domain/lock.ts';
import type { CallIn } from '../ports/attempts.ts';
import type { Attached } from './attach-call.ts';
import { type Served, type ServePorts, serveRow } from './serve-row.ts';

export interface ManualCall {
  attached: Attached & { kind: 'attached' };
  operator: OperatorLine;
  facts: (at: Instant) => Facts;
  /** The operator's own call, where he made it himself. */
  call?: CallIn;
}

export type ManualClaim =
  | { kind: 'claimed'; attempt: Attempt }
  | { kind: 'call-known' }
  | { kind: 'refused'; refusal: CallRefusal };

/** Claims the row for an operator's own call. Who calls has done with his last one. */
export async function claimManualCall(ports: ServePorts, wanted: ManualCall): Promise<ManualClaim> {
  const { attached, ...rest } = wanted;
  const { task, row, customer } = attached;
  const call = { origin: 'manual', task, row, customer, ...rest } as const;
  let served = await serveRow(ports, call);
  if (served.kind === 'operator-taken') {
    await ports.attempts.endWrapUp(operatorLock(wanted.operator), ports.clock.now());
    served = await serveRow(ports, call);
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
