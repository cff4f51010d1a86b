import type { Language } from '../../../domain/basics/language.ts';
import type { Refusal } from '../../../domain/import/import-line.ts';
import { lineProblemText } from '../../../domain/import/import-problem.ts';
import { writeTable } from '../../../table-files/write-table.ts';

/** The refused lines as a file that spreadsheets open. */
export async function refusalsCsv(
  refusals: readonly Refusal[],
  header: readonly [line: string, column: string, value: string, reason: string],
  language: Language,
): Promise<Blob> {
  const parts: string[] = [];
  for await (const part of writeTable(recordsOf(refusals, header, language), 'semicolon'))
    parts.push(part);
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}

async function* recordsOf(
  refusals: readonly Refusal[],
  header: readonly string[],
  language: Language,
): AsyncGenerator<readonly string[]> {
  yield header;
  const inOrder = [...refusals].sort((a, b) => a.line - b.line);
  for (const { line, column = '', value = '', problem } of inOrder) {
    yield [String(line), column, value, lineProblemText(problem, language)];
  }
}
