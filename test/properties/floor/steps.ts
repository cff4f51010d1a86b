import type { Instant } from '../../../lambdas/domain/basics/instant.ts';
import type { Columns, RowKey } from '../../../lambdas/domain/row/row.ts';

/** How a writer writes: some columns, or the whole row with or without what is ours. */
export type Manner = 'update' | 'put' | 'put with ours';

/** What happens to the floor. */
export type Step =
  | { do: 'minutes'; row: RowKey; minutes: number; by: Manner; operator?: string }
  | { do: 'pair'; row: RowKey; due: Instant; by: Manner; operator?: string }
  /** Another time, whatever the row's status is. */
  | { do: 'retime'; row: RowKey; due: Instant }
  | { do: 'cancel'; row: RowKey; status: unknown }
  | { do: 'delete'; row: RowKey }
  /** The row as it was some writes ago, brought back whole. */
  | { do: 'stale'; row: RowKey; age: number; ours: boolean }
  | { do: 'edit'; row: RowKey; set: Columns }
  /** What no order can be made of, or what is hard to carry. */
  | { do: 'poison'; row: RowKey; columns: Columns }
  | { do: 'place'; row: RowKey; tel?: string; operator: string }
  | { do: 'own'; row: RowKey; tel?: string; from: string }
  | { do: 'call-in'; tel: string }
  | { do: 'hang-up' | 'defer' | 'hold' | 'resume'; pick: number }
  | { do: 'away'; operator: string; away: boolean }
  | ({ do: 'weather' } & Weather);

/** Trouble of a place, for a while. */
export type Weather = { seconds: number } /** The function fails at everything. */ & (
  | { kind: 'outage'; fn: string }
  /** The task's partition takes no writes. */
  | { kind: 'hot partition'; task: string }
  | { kind: 'stream stands' }
  | { kind: 'queue is late'; by: number }
);
