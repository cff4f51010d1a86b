import { type Delimiter, delimiters } from './delimiter.ts';
import { guardCell } from './formula-guard.ts';

/** By it a spreadsheet knows that the file is UTF-8. */
const byteOrderMark = '\uFEFF';

/** For whom cells are written: a spreadsheet runs formulas, a database keeps what it is given. */
export type Reader = 'spreadsheet' | 'database';

/** The records as a file's text, line by line: safe to open in a spreadsheet, read back the same. */
export async function* writeTable(
  records: AsyncIterable<readonly string[]>,
  delimiter: Delimiter,
  reader: Reader = 'spreadsheet',
): AsyncGenerator<string> {
  const toCell = reader === 'spreadsheet' ? guardCell : (value: string) => value;
  yield byteOrderMark;
  for await (const cells of records) {
    const line = cells.map((value) => quoteCell(toCell(value)));
    yield `${line.join(delimiters[delimiter])}\r\n`;
  }
}

/** Quoted by every delimiter, so that the header line tells which one is meant. */
function quoteCell(cell: string): string {
  return /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
