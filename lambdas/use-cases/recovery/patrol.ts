import { minute } from '../../domain/basics/instant.ts';
import { asksForCall, dueAtOf, isInService, isOrderTaken, rowId } from '../../domain/row/row.ts';
import { isRowId } from '../../domain/row/row-id.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Checkpoints } from '../../ports/records/checkpoints.ts';
import type { StoredRow } from '../../ports/rows/rows.ts';
import { judgeMissedWrite } from '../promises/judge-missed-write.ts';
import type { JudgePorts } from '../promises/judge-row.ts';
import { retimeRow } from '../promises/retime-rows.ts';
import { eachAlone } from '../sweep/each-alone.ts';

export type PatrolPorts = JudgePorts & Pick<Ports, 'rows'> & { checkpoints: Checkpoints };

const pageSize = 500;

/** Of the 15 min that the function has; what is left over is the next run's, which begins there. */
const longestRun = 9 * minute;

/**
 * Pages through the whole table for what no stream record told: rows at 10 whose order was never
 * taken, and rows at 11 that nothing serves. Each row is for itself: lambdas/README.md#promises.
 */
export async function patrol(ports: PatrolPorts): Promise<void> {
  const { rows, clock, checkpoints } = ports;
  const endsAt = clock.now() + longestRun;
  let place = await checkpoints.read('patrol');
  do {
    const page = await rows.page(place, pageSize);
    await eachAlone(ports, page.rows.filter(isSuspect), {
      work: (row) => judgeMissedWrite(ports, row),
      idsOf: ({ key }) => ({ row: rowId(key) }),
    });
    await eachAlone(ports, page.rows, {
      work: (row) => retimeIfWrong(ports, row),
      idsOf: ({ key }) => ({ row: rowId(key) }),
    });
    place = page.next;
    await checkpoints.keep('patrol', place);
  } while (place !== undefined && clock.now() < endsAt);
}

/** Rules of zones change, and what the task's new zone meant for the row may have been lost. */
async function retimeIfWrong(ports: PatrolPorts, row: StoredRow): Promise<void> {
  if (dueAtOf(row) === undefined) return;
  const task = await ports.directory.task(row.key.task);
  if (task !== undefined) await retimeRow(ports, row, task);
}

function isSuspect(row: StoredRow): boolean {
  if (isInService(row)) return true;
  if (!isRowId(row.key.Id)) return row.own.problem === undefined;
  return asksForCall(row) && (row.own.dueAt === undefined || !isOrderTaken(row));
}
