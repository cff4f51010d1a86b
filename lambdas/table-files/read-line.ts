import type { Refusal, TableLine } from '../domain/import/import-line.ts';
import type { CsvRecord } from './csv-records.ts';
import { lostCharacter } from './encoding.ts';
import { unguardCell } from './formula-guard.ts';
import type { Column } from './header.ts';

type Misfit = Omit<Refusal, 'line' | 'record'>;

/**
 * The record's cells by column, or why they cannot be told.
 *
 * @param damaged whether the file has bytes that its encoding has no character for
 */
export function readLine(
  record: CsvRecord,
  columns: readonly Column[],
  { damaged }: { damaged: boolean },
): TableLine {
  const { line, cells } = record;
  const misfit = tooMany(cells, columns) ?? unnamed(cells, columns);
  if (misfit !== undefined) return { line, ...misfit, record: cells };
  const lost = damaged ? unreadable(cells, columns) : undefined;
  if (lost !== undefined) return { line, ...lost, record: cells };
  const kept = columns.flatMap(({ name, keep }, at) => (keep ? [[name, textOf(cells[at])]] : []));
  return { line, cells: Object.fromEntries(kept) };
}

/** Cells that a line does not reach are empty; MySQL writes `\N` for NULL. */
function textOf(cell = ''): string {
  return cell === '\\N' ? '' : unguardCell(cell);
}

/** Surplus delimiters at the end of a line do no harm; surplus values would be lost. */
function tooMany(cells: readonly string[], columns: readonly Column[]): Misfit | undefined {
  const surplus = cells.slice(columns.length).find((cell) => cell !== '');
  if (surplus === undefined) return undefined;
  return {
    column: String(columns.length + 1),
    value: surplus,
    problem: { code: 'too-many-cells', got: cells.length, columns: columns.length },
  };
}

function unnamed(cells: readonly string[], columns: readonly Column[]): Misfit | undefined {
  const at = columns.findIndex(({ name }, index) => name === '' && (cells[index] ?? '') !== '');
  if (at < 0) return undefined;
  return { column: String(at + 1), value: cells[at] ?? '', problem: { code: 'no-column-name' } };
}

function unreadable(cells: readonly string[], columns: readonly Column[]): Misfit | undefined {
  const at = columns.findIndex((_, index) => cells[index]?.includes(lostCharacter));
  if (at < 0) return undefined;
  const problem = { code: 'damaged', shownAs: lostCharacter } as const;
  return { column: columns[at]?.name ?? '', value: cells[at] ?? '', problem };
}
