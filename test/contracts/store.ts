import type { Columns, RowKey } from '../../lambdas/domain/row.ts';
import type { Ports } from '../../lambdas/ports/ports.ts';
import type { RowDesk } from '../../lambdas/ports/row-desk.ts';
import type { Tallies } from '../../lambdas/ports/tallies.ts';

/** The storage ports over one set of empty tables. */
export interface Store
  extends Pick<Ports, 'rows' | 'attempts' | 'directory' | 'callSlots' | 'once'> {
  desk: RowDesk;
  tallies: Tallies;
  outside: OutsideWriter;
}

export type OpenStore = () => Promise<Store>;

/** Other software, which writes rows as it likes. */
export interface OutsideWriter {
  put(columns: Columns & RowKey): Promise<void>;
  update(key: RowKey, change: { set?: Columns; remove?: readonly string[] }): Promise<void>;
  delete(key: RowKey): Promise<void>;
}
