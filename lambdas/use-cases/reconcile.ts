import type { AttemptId } from '../domain/attempt.ts';
import { type Instant, second } from '../domain/instant.ts';
import { orderFieldsOf, type RowKey, rowName, sameFields } from '../domain/row.ts';
import { lookUpAt } from '../domain/silence.ts';
import type { Task } from '../domain/task.ts';
import type { Ports } from '../ports/ports.ts';
import { type JudgePorts, judgeUntold } from './judge-row.ts';

export type ReconcilePorts = JudgePorts & Pick<Ports, 'once'>;

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
  for (const task of await ports.directory.tasks()) await nudgeOverdue(ports, task);
  const locks = await ports.attempts.held();
  for (const id of new Set(locks.map(({ attempt }) => attempt))) await askIfSilent(ports, id);
}

/** Each is asked about by a message of its own: one that fails holds up no other. */
async function askIfSilent(ports: ReconcilePorts, id: AttemptId): Promise<void> {
  const attempt = await ports.attempts.get(id);
  const at = attempt && lookUpAt(attempt);
  if (at === undefined || at > ports.clock.now()) return;
  await ports.dialQueue.send({ kind: 'check', attempt: id }, 0);
}

async function nudgeOverdue(ports: ReconcilePorts, task: Task): Promise<void> {
  const latest = ports.clock.now() + (task.ringAheadSeconds - overdueSeconds) * second;
  for (const key of await ports.rows.dueBefore(task.id, latest, mostRowsPerTask)) {
    await nudge(ports, key, latest);
  }
}

async function nudge(ports: ReconcilePorts, key: RowKey, latest: Instant): Promise<void> {
  const row = await ports.rows.get(key);
  if (row === undefined) return;
  const { dueAt, order } = row.own;
  const at = ports.clock.now();
  if (!sameFields(orderFieldsOf(row.columns), order)) return judgeUntold(ports, row);
  if (dueAt === undefined || dueAt >= latest) return;
  if (!(await ports.once.within(`nudge:${rowName(key)}`, nudgeSeconds, at))) return;
  ports.journal.count('OverdueFound');
  ports.journal.note('overdue row found', { row: rowName(key) });
  await ports.dialQueue.send({ kind: 'call', row: key, dueAt }, 0);
}
