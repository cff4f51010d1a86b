import type { Instant } from '../basics/instant.ts';
import { isTimeZone } from '../basics/time-zone.ts';
import {
  asksForCall,
  type Columns,
  isPublic,
  type OwnColumns,
  orderColumns,
  Status,
  statusOf,
  textOf,
} from '../row/row.ts';
import type { Task } from '../task/task.ts';
import { judgeOrder } from './order.ts';
import type { OrderProblem } from './order-problem.ts';
import { sizeProblem } from './row-limits.ts';

/** What a person does to a row: public columns that are set, and some that are removed. */
export interface RowEdit {
  set: Columns;
  remove: readonly string[];
}

/** The given columns; empty ones remove what is there. */
export function editOf(given: Columns): RowEdit {
  const names = Object.keys(given);
  const isEmpty = (name: string) => textOf(given[name]) === undefined;
  return { set: without(given, names.filter(isEmpty)), remove: names.filter(isEmpty) };
}

/** The given columns and no others, but for the system's own. */
export function replacementOf(columns: Columns, given: Columns): RowEdit {
  const edit = editOf(given);
  const gone = Object.keys(columns).filter((name) => isPublic(name) && !Object.hasOwn(given, name));
  return { set: edit.set, remove: [...edit.remove, ...gone] };
}

export function editedColumns(columns: Columns, edit: RowEdit): Columns {
  return { ...without(columns, edit.remove), ...edit.set };
}

const orderingColumns = [...orderColumns, 'tel', 'operator_number'];

export interface EditedRow {
  before: Columns;
  own: OwnColumns;
  edit: RowEdit;
  task: Task;
  at: Instant;
}

/**
 * What the edited row's `_problem` would tell, or undefined when it makes sense.
 * People are told at once; nothing that makes no sense is written.
 */
export function problemOf({ before, own, edit, task, at }: EditedRow): OrderProblem | undefined {
  const after = editedColumns(before, edit);
  const limit = sizeProblem(after);
  if (limit !== undefined) return limit;
  if (!changesOrder(before, edit)) return undefined;
  if (statusOf({ columns: before }) === Status.doNotCall && asksForCall({ columns: after })) {
    return { code: 'lifts-ban' };
  }
  const { refused: _, ...standing } = own;
  const written = { earliest: at, latest: at };
  const verdict = judgeOrder({ columns: after, own: standing, task, written });
  return verdict.kind === 'refused' ? verdict.problem : zoneProblem(after);
}

/** Whether the edit changes when, whom or by whom the row orders to call. */
export function changesOrder(before: Columns, edit: RowEdit): boolean {
  const after = editedColumns(before, edit);
  return orderingColumns.some((name) => textOf(before[name]) !== textOf(after[name]));
}

/** It would refuse the row's first order. */
function zoneProblem({ time_zone }: Columns): OrderProblem | undefined {
  const zone = textOf(time_zone);
  const isKnown = zone === undefined || isTimeZone(zone);
  return isKnown ? undefined : { code: 'not-a-zone', got: zone };
}

function without(columns: Columns, names: readonly string[]): Columns {
  const gone = new Set(names);
  return Object.fromEntries(Object.entries(columns).filter(([name]) => !gone.has(name)));
}
