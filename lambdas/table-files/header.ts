import { contractColumns } from '../domain/import/import-line.ts';
import { unguardCell } from './formula-guard.ts';
import type { TableWarning } from './table-problem.ts';
import { UnreadableTable } from './unreadable-table.ts';

export interface Header {
  /** In the file's order; `keep` is false for columns that are read and left out. */
  columns: readonly Column[];
  mapping: ColumnMap;
  /** What is left out without anybody's choice. */
  warnings: readonly TableWarning[];
}

export interface Column {
  /** As the file names it. */
  source: string;
  /** As the row names it. */
  name: string;
  keep: boolean;
}

/** What the file's columns are taken for: by the file's name the row's, or '' for what is left out. */
export type ColumnMap = ReadonlyMap<string, string>;

/** Tells what the columns of a header with these names are taken for. */
export type ChooseColumns = (header: readonly string[]) => ColumnMap;

/** DynamoDB takes 300 operators in one update; each column is one. */
const mostColumns = 250;

/** The header's columns, or `UnreadableTable` when rows cannot be read by them. */
export function readHeader(cells: readonly string[], choose: ChooseColumns = asNamed): Header {
  const sources = cells.map(columnName);
  const mapping = choose(sources);
  const columns = sources.map((source) => column(source, mapping));
  const names = columns.map(({ source, name }) => (mapping.get(source) === '' ? '' : name));
  if (!names.includes('tel')) {
    throw new UnreadableTable({ code: 'no-tel-column', names: sources });
  }
  if (names.length > mostColumns) {
    throw new UnreadableTable({ code: 'too-many-columns', most: mostColumns, got: names.length });
  }
  refuseRepeated(names);
  return { columns, mapping, warnings: warningsOf(columns, mapping) };
}

const asNamed: ChooseColumns = () => new Map();

/** A column's name as the row spells it: the contract's names are known in any case. */
export function columnName(cell: string): string {
  const name = unguardCell(cell.replace(/^\uFEFF+/, '').trim());
  return contractColumns.find((it) => it.toLowerCase() === name.toLowerCase()) ?? name;
}

/** What begins with `_` is the system's own, and the task is the table's key. */
function column(source: string, mapping: ColumnMap): Column {
  const name = mapping.get(source) ?? source;
  if (name === '' && source !== '') return { source, name: source, keep: false };
  return { source, name, keep: name !== '' && name !== 'task' && !name.startsWith('_') };
}

function refuseRepeated(names: readonly string[]): void {
  const repeated = names.find((name, at) => name !== '' && names.indexOf(name) !== at);
  if (repeated === undefined) return;
  const places = names.flatMap((name, at) => (name === repeated ? [at + 1] : []));
  throw new UnreadableTable({ code: 'column-twice', name: repeated, places });
}

function warningsOf(columns: readonly Column[], mapping: ColumnMap): TableWarning[] {
  return columns.flatMap(({ source, name, keep }, at): TableWarning[] => {
    if (keep || mapping.has(source)) return [];
    if (name === '') return [{ code: 'unnamed', place: at + 1 }];
    return [name === 'task' ? { code: 'task-column' } : { code: 'own-column', name }];
  });
}
