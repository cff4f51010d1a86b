import { LineNumbering, type NumberedLine } from '../../../domain/import/import-file.ts';
import { isRefusal, type Refusal, type TableLine } from '../../../domain/import/import-line.ts';

/** Consecutive lines of the file: those to be sent, and those that cannot even be sent. */
export interface Batch {
  lines: NumberedLine[];
  refusals: Refusal[];
}

const mostLines = 100;

/** Letters, of which UTF-8 and JSON make three times as many bytes at worst that still fit. */
const mostLetters = 300_000;

/** Cuts the lines into batches that a request can carry; numbers them in the file's order. */
export async function* batchesOf(lines: AsyncIterable<TableLine>): AsyncGenerator<Batch> {
  const numbering = new LineNumbering();
  let batch: Batch = { lines: [], refusals: [] };
  let letters = 0;
  for await (const line of lines) {
    const length = isRefusal(line) ? 0 : lettersOf(line.cells);
    if (isFull(batch) || (letters > 0 && letters + length > mostLetters)) {
      yield batch;
      batch = { lines: [], refusals: [] };
      letters = 0;
    }
    letters += length;
    if (isRefusal(line)) batch.refusals.push(line);
    else batch.lines.push(numbering.number(line));
  }
  if (batch.lines.length + batch.refusals.length > 0) yield batch;
}

function isFull({ lines, refusals }: Batch): boolean {
  return lines.length + refusals.length >= mostLines;
}

function lettersOf(cells: Readonly<Record<string, string>>): number {
  return Object.entries(cells).reduce((sum, [name, cell]) => sum + name.length + cell.length, 0);
}
