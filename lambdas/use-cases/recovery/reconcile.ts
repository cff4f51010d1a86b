import { second } from '../../domain/basics/instant.ts';
import type { Ports } from '../../ports/ports.ts';
import { openLine } from '../callback/take-slot.ts';
import { closeDesksOfWhoIsOut } from '../desk/notify-desks.ts';
import type { JudgePorts } from '../promises/judge-row.ts';
import { askForRemoval } from '../recording/remove-recordings.ts';
import { type GaugePorts, measureLoad } from './measure-load.ts';
import { nudgeOverdue } from './nudge-overdue.ts';
import { tendAttempts } from './tend-attempts.ts';

export type ReconcilePorts = JudgePorts &
  GaugePorts &
  Pick<Ports, 'cooldown' | 'callRate' | 'recordings' | 'desks'>;

/** Of the 50 s that the function has; what is left over is the next run's. */
const longestRun = 40 * second;

/**
 * The net under everything: attempts without news, rows overdue without a message. It believes no
 * index, sends the ordinary message, asks Twilio what became of a call, and never dials itself.
 * Attempts come first: they hold operators and numbers, and there are never many. Each part, task,
 * row and attempt is for itself. Who was removed by a command loses their open pages here.
 */
export async function reconcile(ports: ReconcilePorts): Promise<void> {
  const endsAt = ports.clock.now() + longestRun;
  const live = await alone(ports, 'attempts', () => tendAttempts(ports, endsAt));
  await alone(ports, 'desks', () => closeDesksOfWhoIsOut(ports));
  const overdue = await alone(ports, 'overdue rows', () => nudgeOverdue(ports, endsAt));
  if (overdue) await alone(ports, 'line', () => serveLineIfAny(ports));
  await alone(ports, 'recordings', () => askForRemoval(ports));
  await alone(ports, 'load', () => measureLoad(ports, live ?? []));
}

/** A part that fails is counted, and the next one begun. */
async function alone<Found>(
  { journal }: ReconcilePorts,
  part: string,
  run: () => Promise<Found>,
): Promise<Found | undefined> {
  try {
    return await run();
  } catch (error) {
    journal.failed(error, { part });
    return undefined;
  }
}

/** Rows that wait for a call slot send no messages of their own: one serves them all, or has died. */
async function serveLineIfAny(ports: ReconcilePorts): Promise<void> {
  const { callsPerSecond } = await ports.directory.account();
  if (callsPerSecond !== null) await openLine(ports, ports.clock.now());
}
