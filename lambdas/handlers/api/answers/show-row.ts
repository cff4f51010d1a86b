import type { RowView } from '../../../contract/rows.ts';
import { toIso } from '../../../domain/basics/instant.ts';
import type { Language } from '../../../domain/basics/language.ts';
import { toAddress } from '../../../domain/basics/phone-number.ts';
import { zoneOf } from '../../../domain/gate/gate.ts';
import { shownProblem } from '../../../domain/order/stored-problem.ts';
import { customerName } from '../../../domain/row/customer-name.ts';
import { type Columns, dueAtOf, statusOf, textOf } from '../../../domain/row/row.ts';
import type { Operator, Task } from '../../../domain/task/task.ts';
import type { StoredRow } from '../../../ports/rows.ts';

export interface RowContext {
  task: Task;
  operators: readonly Operator[];
  language: Language;
}

export function showRow(row: StoredRow, { task, operators, language }: RowContext): RowView {
  const { columns, own } = row;
  const dueAt = dueAtOf(row);
  return {
    ...row.key,
    name: customerName(task, columns),
    tel: textOf(columns.tel),
    status: statusOf(row),
    dueAt: dueAt === undefined ? undefined : toIso(dueAt),
    zone: zoneOf(columns, task),
    dateCall: textOf(columns.date_call),
    problem: shownProblem(own, language),
    operator: showOwner(columns, { task, operators }),
    waitingSince: own.waitingSince === undefined ? undefined : toIso(own.waitingSince),
    columns: publicColumns(columns),
  };
}

function showOwner(
  columns: Columns,
  { task, operators }: Pick<RowContext, 'task' | 'operators'>,
): RowView['operator'] {
  const named = textOf(columns.operator_number);
  if (named === undefined) return undefined;
  const address = toAddress(named, task.country) ?? named;
  const known = operators.find(({ addresses }) => addresses.includes(address));
  return { address, ...(known && { id: known.id, name: known.name }) };
}

/** All that the writer's contract speaks of; the system's own columns are told in words elsewhere. */
export function publicColumns(columns: Columns): Columns {
  return Object.fromEntries(Object.entries(columns).filter(([name]) => !name.startsWith('_')));
}
