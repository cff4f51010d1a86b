import { asksForCall, dueAtOf, isInService } from '../../domain/row/row.ts';
import type { Ports } from '../../ports/ports.ts';
import type { StoredRow } from '../../ports/rows.ts';
import { judgeMissedWrite } from '../promises/judge-missed-write.ts';
import type { JudgePorts } from '../promises/judge-row.ts';

export type PatrolPorts = JudgePorts & Pick<Ports, 'rows'>;

const pageSize = 500;

/**
 * Pages through the whole table for what no stream record told: rows at 10 whose order was never
 * taken, and rows at 11 that nothing serves.
 */
export async function patrol(ports: PatrolPorts): Promise<void> {
  let cursor: string | undefined;
  do {
    const page = await ports.rows.page(cursor, pageSize);
    for (const row of page.rows) {
      if (isSuspect(row)) await judgeMissedWrite(ports, row);
    }
    cursor = page.next;
  } while (cursor !== undefined);
}

function isSuspect(row: StoredRow): boolean {
  return isInService(row) || (asksForCall(row) && dueAtOf(row) === undefined);
}
