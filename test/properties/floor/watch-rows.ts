import type { RowChange } from '../../../lambdas/domain/order/row-change.ts';
import type { StoredRow } from '../../../lambdas/ports/rows/rows.ts';
import { MemoryRows } from '../../support/memory/memory-rows.ts';
import type { Watched } from './promises.ts';

/** The engine's own changes of rows: what kept a call from its time is noted in the ledger. */
export class WatchedRows extends MemoryRows {
  readonly #world: Watched;

  constructor(world: Watched) {
    super(world.tables);
    this.#world = world;
  }

  override async change(row: StoredRow, change: RowChange): Promise<boolean> {
    const isDone = await super.change(row, change);
    const { ledger, trace, now } = this.#world;
    const { key, columns } = row;
    trace.note(now(), () => `${key.task}.${columns.Id} ${JSON.stringify(change)}: ${isDone}`);
    const isMoved = change.kind === 'order' && row.own.dueAt !== undefined;
    if (isDone && isMoved) ledger.hinder(key, change.waiting ? 'operators' : 'rules');
    return isDone;
  }
}
