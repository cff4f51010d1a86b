import { contractColumns } from '../domain/import/import-line.ts';
import { unguardCell } from './formula-guard.ts';
import type { TableWarning } from './table-problem.ts';
import { UnreadableTable } from './unreadable-table.ts';

export interface Header {
  /** In the file's order; `keep` is false for columns that are read and left out. */
  columns: readonly Column[];
  /** What is left out. */
  warnings: readonly TableWarning[];
}

export interface Column {
  name: string;
  keep: boolean;
}

/** DynamoDB takes 300 operators in one update; each column is one. */
const mostColumns = 250;

/** The header's columns, or `UnreadableTable` when rows cannot be read by them. */
export function readHeader(cells: readonly string[]): Header {
  const columns = cells.map((cell) => column(columnName(cell)));
  const names = columns.map((it) => it.name);
  if (!names.includes('tel')) {
    throw new UnreadableTable({ code: 'no-tel-column', names: beginningOf(names) });
  }
  if (names.length > mostColumns) {
    throw new UnreadableTable({ code: 'too-many-columns', most: mostColumns, got: names.length });
  }
  refuseRepeated(names);
  return { columns, warnings: warningsOf(columns) };
}

/** A column's name as the row spells it: the contract's names are known in any case. */
export function columnName(cell: string): string {
  const name = unguardCell(cell.replace(/^\uFEFF+/, '').trim());
  return contractColumns.find((it) => it.toLowerCase() === name.toLowerCase()) ?? name;
}

/** What begins with `_` is the system's own, and the task is the table's key. */
function column(name: string): Column {
  return { name, keep: name !== '' && name !== 'task' && !name.startsWith('_') };
}

function refuseRepeated(names: readonly string[]): void {
  const repeated = names.find((name, at) => name !== '' && names.indexOf(name) !== at);
  if (repeated === undefined) return;
  const places = names.flatMap((name, at) => (name === repeated ? [at + 1] : []));
  throw new UnreadableTable({ code: 'column-twice', name: repeated, places });
}

function warningsOf(columns: readonly Column[]): TableWarning[] {
  return columns.flatMap(({ name, keep }, at): TableWarning[] => {
    if (keep) return [];
    if (name === '') return [{ code: 'unnamed', place: at + 1 }];
    return [name === 'task' ? { code: 'task-column' } : { code: 'own-column', name }];
  });
}

/** Enough to see what was taken for the header; ends with `…` where there are more. */
function beginningOf(names: readonly string[]): string[] {
  const shown = names.slice(0, 8).map((name) => name.slice(0, 40));
  return names.length > shown.length ? [...shown, '…'] : shown;
}
