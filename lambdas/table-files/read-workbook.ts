import { type CellValue, readSheet } from 'read-excel-file/universal';
import type { TableLine } from '../domain/import/import-line.ts';
import { type Column, readHeader } from './header.ts';
import { readLine } from './read-line.ts';
import type { ReadingWish, Table } from './read-table.ts';
import { UnreadableTable } from './unreadable-table.ts';
import { workbookKind } from './workbook-kind.ts';

/** Reads the first sheet of an Excel workbook; throws `UnreadableTable` as `readTable` does. */
export async function readWorkbook(
  file: Blob,
  { chooseColumns }: ReadingWish = {},
): Promise<Table> {
  if ((await workbookKind(file)) === 'old') throw new UnreadableTable({ code: 'old-workbook' });
  const rows = await sheetOf(file);
  const records = rows.map((row, at) => ({ line: at + 1, cells: row.map(textOf) }));
  const [first, ...others] = records.filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (first === undefined) throw new UnreadableTable({ code: 'empty' });
  const header = readHeader(withoutEmptyEnd(first.cells), chooseColumns);
  const lines = linesOf(others, header.columns);
  return { delimiter: undefined, header, lines, encoding: () => undefined };
}

async function sheetOf(file: Blob): Promise<CellValue[][]> {
  try {
    return (await readSheet(file)) as CellValue[][];
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UnreadableTable({ code: 'no-workbook', why });
  }
}

/** A sheet is as wide as its widest line. */
function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

async function* linesOf(
  records: readonly { line: number; cells: string[] }[],
  columns: readonly Column[],
): AsyncGenerator<TableLine> {
  for (const record of records) yield readLine(record, columns, { damaged: false });
}

/** A cell as somebody would type it into a text file. */
function textOf(value: CellValue | null): string {
  if (value === null) return '';
  if (value instanceof Date) return dateText(value);
  return String(value);
}

/** A time of day stands on the day before the calendar of workbooks begins. */
const firstDay = Date.UTC(1900, 0, 1);
const dayMilliseconds = 86_400_000;

/** Workbooks keep clock times without a zone, as fractions of a day: to the second, they are exact. */
function dateText(date: Date): string {
  const exact = new Date(Math.round(date.getTime() / 1000) * 1000);
  const [day = '', time = ''] = exact.toISOString().slice(0, -5).split('T');
  if (exact.getTime() < firstDay) return time;
  return exact.getTime() % dayMilliseconds === 0 ? day : `${day} ${time}`;
}
