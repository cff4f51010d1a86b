import type { Me } from '../../../contract/people.ts';
import { operatorLock } from '../../../domain/attempt/lock.ts';
import { missedInARow } from '../../../domain/attempt/responding.ts';
import { toIso } from '../../../domain/basics/instant.ts';
import { awayReasonsOf } from '../../../domain/task/away-reasons.ts';
import { lineOf } from '../../../domain/task/operator-line.ts';
import type { Operator, Task } from '../../../domain/task/task.ts';
import type { Attempts } from '../../../ports/calls/attempts.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Directory } from '../../../ports/people/directory.ts';
import { type Caller, maySee, operatorOf } from '../http/api-user.ts';

export interface MePorts {
  attempts: Attempts;
  directory: Directory;
  clock: Clock;
}

export async function showMe(ports: MePorts, caller: Caller): Promise<Me> {
  const operator = await operatorOf(ports.directory, caller);
  const tasks = await ports.directory.tasks();
  return {
    role: caller.role,
    id: caller.operator,
    operator: operator && (await showOperator(ports, operator)),
    tasks: tasks.filter((task) => maySee(caller, task)).map(showTask),
    awayReasons: [...awayReasonsOf(await ports.directory.account())],
    now: toIso(ports.clock.now()),
  };
}

async function showOperator(
  { attempts, clock }: MePorts,
  operator: Operator,
): Promise<Me['operator']> {
  const { id, name, away, awayReason, awaySince, addresses, currentTask } = operator;
  const [lock] = await attempts.locks([operatorLock({ id, address: lineOf(operator) })]);
  const freeAt = lock?.freeAt;
  const isWrappingUp = freeAt !== undefined && freeAt > clock.now();
  return {
    id,
    name,
    away: away === true,
    ...(away && awayReason && { awayReason }),
    ...(awaySince !== undefined && { awaySince: toIso(awaySince) }),
    addresses,
    at: lineOf(operator),
    currentTask,
    ...(isWrappingUp && { freeAt: toIso(freeAt), wrapsUp: lock?.attempt }),
    ...((lock?.missed ?? 0) >= missedInARow && { notResponding: true }),
  };
}

function showTask(task: Task): Me['tasks'][number] {
  const { id, title, timeZone, country, language, wrapUpSeconds } = task;
  const { attachCalls, cardColumns, paused } = task;
  return {
    id,
    title,
    timeZone,
    country,
    language,
    wrapUpSeconds,
    attachCalls,
    cardColumns,
    paused,
  };
}
