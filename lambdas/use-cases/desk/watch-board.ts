import type { Attempt } from '../../domain/attempt/attempt.ts';
import { operatorLock } from '../../domain/attempt/lock.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import { lineOf } from '../../domain/task/operator-line.ts';
import type { Operator } from '../../domain/task/task.ts';
import { type OperatorState, operatorStateOf } from '../../domain/views/operator-state.ts';
import type { Ports } from '../../ports/ports.ts';

export type BoardPorts = Pick<Ports, 'attempts' | 'directory' | 'desks' | 'clock'>;

export interface Board {
  /** Calls that hold locks. */
  calls: Attempt[];
  operators: OperatorState[];
  now: Instant;
}

export async function watchBoard(ports: BoardPorts): Promise<Board> {
  const { attempts, directory, desks, clock } = ports;
  const now = clock.now();
  const [held, operators] = await Promise.all([attempts.held(), directory.operators()]);
  const ids = [...new Set(held.map(({ attempt }) => attempt))];
  const [found, locks, online] = await Promise.all([
    Promise.all(ids.map((id) => attempts.get(id))),
    attempts.locks(operators.map(lockOf)),
    desks.online(operators.map(({ id }) => id)),
  ]);
  const calls = found.filter((it): it is Attempt => it !== undefined);
  const states = operators.map((operator) => {
    const lock = locks.find(({ key }) => key === lockOf(operator));
    const isHeld = lock !== undefined && lock.freeAt === undefined;
    const attempt = isHeld ? calls.find(({ id }) => id === lock.attempt) : undefined;
    const isOnline = online.has(operator.id);
    const { freeAt, missed } = lock ?? {};
    return operatorStateOf({ operator, attempt, freeAt, missed, online: isOnline, now });
  });
  return { calls, operators: states, now };
}

function lockOf(operator: Operator) {
  return operatorLock({ id: operator.id, address: lineOf(operator) });
}
