import { CsvReader, EndlessRecord, UnclosedQuote } from './csv-reader.ts';
import type { Delimiter } from './delimiter.ts';
import { UnreadableTable } from './unreadable-table.ts';

export interface CsvRecord {
  /** Of the file, from 1: where the record begins. */
  line: number;
  cells: readonly string[];
}

/** The text's records, those that are blank left out; `line` is the line at which it begins. */
export async function* csvRecords(
  text: AsyncIterable<string>,
  delimiter: Delimiter,
  line: number,
): AsyncGenerator<CsvRecord> {
  let at = line;
  try {
    for await (const cells of cellsOf(text, delimiter)) {
      if (!isBlank(cells)) yield { line: at, cells };
      at += 1 + lineBreaks(cells);
    }
  } catch (error) {
    throw unreadable(at, error);
  }
}

async function* cellsOf(text: AsyncIterable<string>, delimiter: Delimiter) {
  const reader = new CsvReader(delimiter);
  for await (const piece of text) yield* reader.read(piece, { isLast: false });
  yield* reader.read('', { isLast: true });
}

/** The text's first record that is not blank, as far as it can be told. */
export function firstRecord(head: string, delimiter: Delimiter): string[] {
  try {
    for (const cells of new CsvReader(delimiter).read(head, { isLast: true })) {
      if (!isBlank(cells)) return cells;
    }
  } catch {} // by this delimiter a quote stays open
  return [];
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** Line breaks within a record are those within its cells: only quoted cells can hold any. */
function lineBreaks(cells: readonly string[]): number {
  const inEach = cells.map((cell) => cell.match(/\r\n|\r|\n/g)?.length ?? 0);
  return inEach.reduce((sum, it) => sum + it, 0);
}

function unreadable(line: number, cause: unknown): unknown {
  if (cause instanceof UnclosedQuote) {
    return new UnreadableTable({ code: 'open-quote', line }, { cause });
  }
  if (cause instanceof EndlessRecord) {
    return new UnreadableTable({ code: 'endless-line', line }, { cause });
  }
  return cause;
}
