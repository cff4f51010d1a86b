import { operatorLock } from '../../domain/attempt/lock.ts';
import { lineOf } from '../../domain/task/operator-line.ts';
import type { Operator } from '../../domain/task/task.ts';
import type { OperatorChange } from '../../ports/people/directory.ts';
import type { StateLog } from '../../ports/people/state-log.ts';
import type { Ports } from '../../ports/ports.ts';

/** Those who call remember the directory for 5 s: after so many seconds each of them knows. */
const knownToAllSeconds = 6;

export type StatePorts = Pick<Ports, 'directory' | 'dialQueue' | 'clock'> & { stateLog: StateLog };

export interface StateWish {
  operator: Operator;
  change: Omit<OperatorChange, 'awaySince'>;
  /** Who says so, where it is not the operator. */
  by?: string;
}

/**
 * Whether an operator is there, where they are rung and for which task they call. One who comes back is
 * offered the call that waits longest: now, and again when everybody knows of them.
 */
export async function changeOwnState(ports: StatePorts, wish: StateWish): Promise<void> {
  const { operator, change } = wish;
  const isNews = isChanged(operator, change);
  const since = isNews && { awayReason: change.awayReason ?? '', awaySince: ports.clock.now() };
  await ports.directory.changeOperator(operator.id, { ...change, ...since });
  if (isNews) await noteState(ports, wish);
  if (!operator.away || change.away !== false) return;
  const lock = operatorLock({ id: operator.id, address: lineOf(operator) });
  await ports.dialQueue.send({ kind: 'offer', operator: lock }, 0);
  await ports.dialQueue.send({ kind: 'offer', operator: lock }, knownToAllSeconds);
}

/** Another reason to be away is another state. */
function isChanged(operator: Operator, { away, awayReason }: StateWish['change']): boolean {
  if (away === undefined) return false;
  return operator.away !== away || (away && (operator.awayReason ?? '') !== (awayReason ?? ''));
}

async function noteState(
  { stateLog, clock }: Pick<StatePorts, 'stateLog' | 'clock'>,
  { operator, change: { away, awayReason }, by }: StateWish,
): Promise<void> {
  await stateLog.note(operator.id, {
    at: clock.now(),
    state: away ? 'away' : 'available',
    ...(away && awayReason && { reason: awayReason }),
    ...(by !== undefined && { by }),
  });
}
