import { isFresh, rowId } from '../../domain/row/row.ts';
import type { Task } from '../../domain/task/task.ts';
import type { Ports } from '../../ports/ports.ts';
import type { StoredRow } from '../../ports/rows/rows.ts';

export type NextRowPorts = Pick<Ports, 'views' | 'rows' | 'cooldown' | 'clock'>;

/** So long nobody else is given the row: they look at it before they call. */
const keptSeconds = 180;

/** So many candidates are looked at in one go. */
const pageSize = 25;
const mostPages = 8;

/**
 * The first row of the task that was never called and orders nothing, kept for who asked. Asked again,
 * it is the next one. Undefined when there is none.
 */
export async function findNextRow(
  ports: NextRowPorts,
  task: Pick<Task, 'id'>,
): Promise<StoredRow | undefined> {
  let after: number | undefined;
  for (let page = 0; page < mostPages; page++) {
    const keys = await ports.views.fresh(task.id, after, pageSize);
    // The view may be a second old.
    const rows = (await ports.rows.getMany(keys)).filter(isFresh);
    for (const row of rows) if (await keep(ports, row)) return row;
    after = keys.at(-1)?.Id;
    if (keys.length < pageSize) return undefined;
  }
  return undefined;
}

function keep({ cooldown, clock }: NextRowPorts, { key }: StoredRow): Promise<boolean> {
  return cooldown.within(`next:${rowId(key)}`, keptSeconds, clock.now());
}
