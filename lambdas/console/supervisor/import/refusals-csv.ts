import type { Language } from '../../../domain/basics/language.ts';
import { lineProblemText } from '../../../domain/import/import-problem.ts';
import type { Column } from '../../../table-files/header.ts';
import { writeTable } from '../../../table-files/write-table.ts';
import type { RefusedLine } from './run-import.ts';

/** An import leaves out columns that begin with `_`: what is put right here is imported as it is. */
const ownColumns = ['_line', '_column', '_reason'];

/** The refused lines as they stand in their file, each with the reason before it, for a spreadsheet. */
export async function refusalsCsv(
  refusals: readonly RefusedLine[],
  columns: readonly Column[],
  language: Language,
): Promise<Blob> {
  const parts: string[] = [];
  for await (const part of writeTable(recordsOf(refusals, columns, language), 'semicolon'))
    parts.push(part);
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}

async function* recordsOf(
  refusals: readonly RefusedLine[],
  columns: readonly Column[],
  language: Language,
): AsyncGenerator<readonly string[]> {
  yield [...ownColumns, ...columns.map((it) => it.source)];
  const inOrder = [...refusals].sort((a, b) => a.line - b.line);
  for (const { line, column = '', problem, cells = {}, record } of inOrder) {
    const reason = [String(line), column, lineProblemText(problem, language)];
    yield [...reason, ...(record ?? columns.map(({ name }) => cells[name] ?? ''))];
  }
}
