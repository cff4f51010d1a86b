import type { RowKey } from '../row/row.ts';
import type { DoNotCallEntry } from './do-not-call.ts';

/** Why a number may not be called for a task: an entry of the do-not-call list, or another row of the task at 14. */
export type SaidNo = { kind: 'listed'; entry: DoNotCallEntry } | { kind: 'row'; row: RowKey };
