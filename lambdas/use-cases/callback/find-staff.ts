import type { OperatorLine } from '../../domain/attempt/attempt.ts';
import { type Lock, operatorLock } from '../../domain/attempt/lock.ts';
import { isResponding, missedInARow } from '../../domain/attempt/responding.ts';
import { isAtWork, isBrowserPhone, lineOf } from '../../domain/task/operator-line.ts';
import type { Operator } from '../../domain/task/task.ts';
import type { Ports } from '../../ports/ports.ts';

export type StaffPorts = Pick<Ports, 'attempts' | 'directory' | 'presence' | 'clock'>;

/** Who may be given calls now or when they have done with the last one, where they are rung, and their locks. */
export interface Staff {
  lines: OperatorLine[];
  locks: Lock[];
}

const defaultTryAgainMinutes = 15;

/** Those of the operators who are at work, respond, and whose phone is there: being registered is not enough. */
export function findStaff(ports: StaffPorts, operators: readonly Operator[]): Promise<Staff> {
  const atWork = operators.filter(isAtWork);
  return reachable(
    ports,
    atWork.map((it) => ({ id: it.id, address: lineOf(it) })),
  );
}

/** Those of the lines that can be reached; an address that nobody registered can until it lets calls ring. */
export async function reachable(
  { attempts, directory, presence, clock }: StaffPorts,
  lines: readonly OperatorLine[],
): Promise<Staff> {
  const locks = await attempts.locks(lines.map(operatorLock));
  const lockOf = new Map(locks.map((lock) => [lock.key, lock]));
  const isInDoubt = (line: OperatorLine) =>
    isBrowserPhone(line.address) || (lockOf.get(operatorLock(line))?.missed ?? 0) >= missedInARow;
  const doubtful = lines.filter(isInDoubt).flatMap(({ id }) => id ?? []);
  const desks = doubtful.length === 0 ? new Map() : await presence.of(doubtful);
  const { tryAgainMinutes = defaultTryAgainMinutes } = await directory.account();
  const isThere = (line: OperatorLine) => {
    const desk = desks.get(line.id ?? '');
    if (line.id !== undefined && isBrowserPhone(line.address) && !desk?.isPhoneReady) return false;
    const wait = { now: clock.now(), hasDesk: desk !== undefined, tryAgainMinutes };
    return isResponding(lockOf.get(operatorLock(line)), wait);
  };
  return { lines: lines.filter(isThere), locks };
}
