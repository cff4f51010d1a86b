import type { RowView } from '../../../contract/rows.ts';
import { type Instant, toIso } from '../../../domain/basics/instant.ts';
import type { Language } from '../../../domain/basics/language.ts';
import { toAddress } from '../../../domain/basics/phone-number.ts';
import { missedPromiseOf, shownProblem } from '../../../domain/order/stored-problem.ts';
import { customerName } from '../../../domain/row/customer-name.ts';
import { type Columns, dueAtOf, statusOf, textOf } from '../../../domain/row/row.ts';
import { zoneOf } from '../../../domain/row/row-zone.ts';
import type { Operator, Task } from '../../../domain/task/task.ts';
import type { StoredRow } from '../../../ports/rows/rows.ts';
import { showClock } from './show-clock.ts';

export interface RowContext {
  task: Task;
  operators: readonly Operator[];
  language: Language;
}

export function showRow(row: StoredRow, { task, operators, language }: RowContext): RowView {
  const { columns, own } = row;
  return {
    ...row.key,
    name: customerName(task, columns),
    tel: textOf(columns.tel),
    status: statusOf(row),
    ...showPromise(row),
    zone: zoneOf(columns, task),
    clock: showClock(columns, task),
    dateCall: textOf(columns.date_call),
    problem: shownProblem(own, language),
    ...showApology(row),
    operator: showOwner(columns, { task, operators }),
    waitingSince: iso(own.waitingSince),
    columns: publicColumns(columns),
  };
}

function showApology({ own }: StoredRow): Pick<RowView, 'apologised'> {
  const missed = missedPromiseOf(own);
  return missed !== undefined && own.apology?.for === missed ? { apologised: true } : {};
}

/** What was promised, and the next try. */
function showPromise(
  row: StoredRow,
): Pick<RowView, 'dueAt' | 'promisedFor' | 'dialledAt' | 'delayedBy'> {
  const dueAt = dueAtOf(row);
  if (dueAt === undefined) return {};
  const { promisedFor = dueAt, dialledAt, delayedBy } = row.own;
  return {
    dueAt: toIso(dueAt),
    promisedFor: toIso(promisedFor),
    dialledAt: iso(dialledAt),
    delayedBy,
  };
}

function iso(at: Instant | undefined): string | undefined {
  return at === undefined ? undefined : toIso(at);
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
