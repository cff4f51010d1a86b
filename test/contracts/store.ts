import type { Columns, RowKey } from '../../lambdas/domain/row/row.ts';
import type { RateCounter } from '../../lambdas/ports/limits/rate-counter.ts';
import type { Ports } from '../../lambdas/ports/ports.ts';
import type { Checkpoints } from '../../lambdas/ports/records/checkpoints.ts';
import type { RowEditor } from '../../lambdas/ports/rows/row-editor.ts';

/** The storage ports over one set of empty tables. */
export interface Store
  extends Pick<
    Ports,
    | 'rows'
    | 'followedWrites'
    | 'attempts'
    | 'recordings'
    | 'directory'
    | 'doNotCall'
    | 'callRate'
    | 'cooldown'
  > {
  rowEditor: RowEditor;
  rateCounter: RateCounter;
  checkpoints: Checkpoints;
  outside: OutsideWriter;
}

export type OpenStore = () => Promise<Store>;

/** Other software, which writes rows as it likes. */
export interface OutsideWriter {
  put(columns: Columns & RowKey): Promise<void>;
  update(key: RowKey, change: { set?: Columns; remove?: readonly string[] }): Promise<void>;
  delete(key: RowKey): Promise<void>;
}
