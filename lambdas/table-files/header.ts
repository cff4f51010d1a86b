import { contractColumns } from '../domain/import-line.ts';
import { unguardCell } from './formula-guard.ts';
import { UnreadableTable } from './unreadable-table.ts';

export interface Header {
  /** In the file's order; `keep` is false for columns that are read and left out. */
  columns: readonly Column[];
  /** Sentences about what is left out. */
  warnings: readonly string[];
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
    throw new UnreadableTable(
      `The header line has no column tel, only ${list(names)}. The first line must name the columns: Id, tel and so on.`,
    );
  }
  if (names.length > mostColumns) {
    throw new UnreadableTable(
      `The header names ${names.length} columns; at most ${mostColumns} fit in a row.`,
    );
  }
  refuseRepeated(names);
  return { columns, warnings: warningsOf(columns) };
}

/** A column's name as the row spells it: the contract's names are known in any case. */
export function columnName(cell: string): string {
  const name = unguardCell(cell.trim());
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
  throw new UnreadableTable(
    `The header names ${repeated} more than once, as columns ${places.join(' and ')}. Every column needs a name of its own.`,
  );
}

function warningsOf(columns: readonly Column[]): string[] {
  return columns.flatMap(({ name, keep }, at) => {
    if (keep) return [];
    if (name === '') return [`Column ${at + 1} has no name and is left out.`];
    const why = name === 'task' ? '--task says which task' : 'such names are the system’s own';
    return [`Column ${name} is left out: ${why}.`];
  });
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, 8).map((name) => `“${name.slice(0, 40)}”`);
  return names.length > shown.length ? `${shown.join(', ')} …` : shown.join(', ');
}
