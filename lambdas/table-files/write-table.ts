import { type Delimiter, delimiters } from './delimiter.ts';
import { guardCell } from './formula-guard.ts';

/** By it a spreadsheet knows that the file is UTF-8. */
const byteOrderMark = '\uFEFF';

/** The records as a file's text, line by line: safe to open in a spreadsheet, read back the same. */
export async function* writeTable(
  records: AsyncIterable<readonly string[]>,
  delimiter: Delimiter,
): AsyncGenerator<string> {
  yield byteOrderMark;
  for await (const cells of records) {
    yield `${cells.map(writeCell).join(delimiters[delimiter])}\r\n`;
  }
}

/** Quoted by every delimiter, so that the header line tells which one is meant. */
function writeCell(value: string): string {
  const cell = guardCell(value);
  return /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
