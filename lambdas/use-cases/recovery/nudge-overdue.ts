import { type Instant, second } from '../../domain/basics/instant.ts';
import { isOrderTaken, type RowKey, rowId } from '../../domain/row/row.ts';
import type { Task } from '../../domain/task/task.ts';
import type { Ports } from '../../ports/ports.ts';
import type { StoredRow } from '../../ports/rows/rows.ts';
import { judgeMissedWrite } from '../promises/judge-missed-write.ts';
import type { JudgePorts } from '../promises/judge-row.ts';
import { eachAlone } from '../sweep/each-alone.ts';

export type NudgePorts = JudgePorts & Pick<Ports, 'cooldown'>;

/** A row whose operator should have been rung this long ago has lost its message. */
const overdueSeconds = 20;

/** How often the message of one row is sent again at most. */
const nudgeSeconds = 120;

interface Overdue {
  key: RowKey;
  /** Should have been rung before this instant. */
  latest: Instant;
}

/** Sends the messages of rows again whose next try is overdue; returns how many there are. */
export async function nudgeOverdue(ports: NudgePorts, endsAt: Instant): Promise<number> {
  const { callsPerSecond } = await ports.directory.account();
  const tasks = await ports.directory.tasks();
  let overdue = 0;
  await eachAlone(ports, inTurn(tasks.map((task) => dueRows(ports, task))), {
    idsOf: ({ key }) => ({ row: rowId(key) }),
    endsAt,
    work: async ({ key, latest }) => {
      const row = await ports.rows.get(key);
      if (row === undefined) return;
      if (!isOrderTaken(row)) return judgeMissedWrite(ports, row);
      if (!isOverdue(row, latest)) return;
      overdue += 1;
      if (callsPerSecond === null) await nudge(ports, key, row.own.dueAt);
    },
  });
  return overdue;
}

/** A task whose rows cannot be read is left out, and counted. */
async function* dueRows(ports: NudgePorts, task: Task): AsyncGenerator<Overdue> {
  try {
    const latest = ports.clock.now() + (task.ringAheadSeconds - overdueSeconds) * second;
    for await (const key of ports.rows.allDueBefore(task.id, latest)) yield { key, latest };
  } catch (error) {
    ports.journal.failed(error, { task: task.id });
  }
}

/** One of each in turn, so that a task with many overdue rows does not use up the others' time. */
async function* inTurn<Item>(sources: AsyncGenerator<Item>[]): AsyncGenerator<Item> {
  const left = new Set(sources);
  while (left.size > 0) {
    for (const source of left) {
      const next = await source.next();
      if (next.done) left.delete(source);
      else yield next.value;
    }
  }
}

/** The index may be behind. */
function isOverdue(row: StoredRow, latest: Instant): row is OverdueRow {
  return row.own.dueAt !== undefined && row.own.dueAt < latest;
}

type OverdueRow = StoredRow & { own: { dueAt: Instant } };

async function nudge(ports: NudgePorts, key: RowKey, dueAt: Instant): Promise<void> {
  const at = ports.clock.now();
  if (!(await ports.cooldown.within(`nudge:${rowId(key)}`, nudgeSeconds, at))) return;
  ports.journal.count('OverdueFound');
  ports.journal.note('overdue row found', { row: rowId(key) });
  await ports.dialQueue.send({ kind: 'call', row: key, dueAt }, 0);
}
