import type { Attempt } from '../../domain/attempt/attempt.ts';
import { lookUpAt } from '../../domain/attempt/call-timeouts.ts';
import { type Instant, second } from '../../domain/basics/instant.ts';
import { orderFieldsOf, type RowKey, rowId, sameFields } from '../../domain/row/row.ts';
import type { Task } from '../../domain/task/task.ts';
import type { Ports } from '../../ports/ports.ts';
import type { StoredRow } from '../../ports/rows.ts';
import { openLine } from '../callback/take-slot.ts';
import { judgeMissedWrite } from '../promises/judge-missed-write.ts';
import type { JudgePorts } from '../promises/judge-row.ts';
import { type GaugePorts, measureLoad } from './measure-load.ts';

export type ReconcilePorts = JudgePorts & GaugePorts & Pick<Ports, 'cooldown' | 'callRate'>;

/** A row whose operator should have been rung this long ago has lost its message. */
const overdueSeconds = 20;

/** How often the message of one row is sent again at most. */
const nudgeSeconds = 120;

const mostRowsPerTask = 500;

/**
 * The net under everything: rows overdue without a message, attempts without news. It believes no
 * index, sends the ordinary message, asks Twilio what became of a call, and never dials itself.
 */
export async function reconcile(ports: ReconcilePorts): Promise<void> {
  let overdue = 0;
  for (const task of await ports.directory.tasks()) overdue += await nudgeOverdue(ports, task);
  if (overdue > 0) await serveLineIfAny(ports);
  const live = await liveAttempts(ports);
  for (const attempt of live) await askIfSilent(ports, attempt);
  await measureLoad(ports, { overdue, live });
}

/** Rows that wait for a call slot send no messages of their own: one serves them all, or has died. */
async function serveLineIfAny(ports: ReconcilePorts): Promise<void> {
  const { callsPerSecond } = await ports.directory.account();
  if (callsPerSecond !== null) await openLine(ports, ports.clock.now());
}

async function liveAttempts({ attempts }: ReconcilePorts): Promise<Attempt[]> {
  const ids = new Set((await attempts.held()).map(({ attempt }) => attempt));
  const live: Attempt[] = [];
  for (const id of ids) {
    const attempt = await attempts.get(id);
    if (attempt !== undefined) live.push(attempt);
  }
  return live;
}

/** Each is asked about by a message of its own: one that fails holds up no other. */
async function askIfSilent(ports: ReconcilePorts, attempt: Attempt): Promise<void> {
  const at = lookUpAt(attempt);
  if (at === undefined || at > ports.clock.now()) return;
  await ports.dialQueue.send({ kind: 'check', attempt: attempt.id }, 0);
}

/** How many are overdue. */
async function nudgeOverdue(ports: ReconcilePorts, task: Task): Promise<number> {
  const latest = ports.clock.now() + (task.ringAheadSeconds - overdueSeconds) * second;
  const { callsPerSecond } = await ports.directory.account();
  let overdue = 0;
  for (const key of await ports.rows.dueBefore(task.id, latest, mostRowsPerTask)) {
    const row = await ports.rows.get(key);
    if (row === undefined) continue;
    const isTaken = sameFields(orderFieldsOf(row.columns), row.own.order);
    if (!isTaken) await judgeMissedWrite(ports, row);
    else if (isOverdue(row, latest)) {
      overdue += 1;
      if (callsPerSecond === null) await nudge(ports, key, row.own.dueAt);
    }
  }
  return overdue;
}

/** The index may be behind. */
function isOverdue(row: StoredRow, latest: Instant): row is OverdueRow {
  return row.own.dueAt !== undefined && row.own.dueAt < latest;
}

type OverdueRow = StoredRow & { own: { dueAt: Instant } };

async function nudge(ports: ReconcilePorts, key: RowKey, dueAt: Instant): Promise<void> {
  const at = ports.clock.now();
  if (!(await ports.cooldown.within(`nudge:${rowId(key)}`, nudgeSeconds, at))) return;
  ports.journal.count('OverdueFound');
  ports.journal.note('overdue row found', { row: rowId(key) });
  await ports.dialQueue.send({ kind: 'call', row: key, dueAt }, 0);
}
