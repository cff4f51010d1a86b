import {
  delaySeconds,
  longestDelay,
  ringAtOf,
  schedulerLead,
} from '../../domain/attempt/dial-timing.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import type { Task } from '../../domain/task/task.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Timer } from '../../ports/rows/timers.ts';

/** Near timers wait in the queue, far ones in Scheduler, which hands them to the queue early. */
export async function armTimer(
  { timers, dialQueue, clock }: Pick<Ports, 'timers' | 'dialQueue' | 'clock'>,
  timer: Timer,
  task: Task,
): Promise<void> {
  const ringAt = ringAtOf(timer.dueAt, task);
  const isFar = ringAt - clock.now() > longestDelay;
  if (isFar) return timers.arm(timer, ringAt - schedulerLead);
  return queueTimer({ dialQueue, clock }, timer, task);
}

/** For a timer that is near. */
export async function queueTimer(
  { dialQueue, clock }: Pick<Ports, 'dialQueue' | 'clock'>,
  timer: Timer,
  task: Task,
): Promise<void> {
  const left = ringAtOf(timer.dueAt, task) - clock.now();
  return dialQueue.send({ kind: 'call', ...timer }, delaySeconds(left));
}

/** Removes a timer that nobody needs; one that the queue holds has no effect when it comes. */
export async function disarmTimer(
  { timers, clock }: Pick<Ports, 'timers' | 'clock'>,
  timer: Timer,
  task: Task,
): Promise<void> {
  const firesAt: Instant = ringAtOf(timer.dueAt, task) - schedulerLead;
  if (firesAt > clock.now()) await timers.disarm(timer);
}
