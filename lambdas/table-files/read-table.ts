import type { TableLine } from '../domain/import/import-line.ts';
import { type CsvRecord, csvRecords } from './csv-records.ts';
import { type Delimiter, delimiters } from './delimiter.ts';
import type { TextEncoding } from './encoding.ts';
import { FileText } from './file-text.ts';
import { findDelimiter } from './find-delimiter.ts';
import { type ChooseColumns, type Column, type Header, readHeader } from './header.ts';
import { readLine } from './read-line.ts';
import { UnreadableTable } from './unreadable-table.ts';

/** What a person says of the file. */
export interface ReadingWish {
  /** Without it the encoding is found, or is a problem that only they can solve. */
  encoding?: TextEncoding;
  chooseColumns?: ChooseColumns;
}

export interface Table {
  /** Undefined for a workbook. */
  delimiter: Delimiter | undefined;
  header: Header;
  /**
   * The lines after the header, blank ones left out; to be read once. Throws `UnreadableTable`
   * where the rest of the file cannot be told apart.
   */
  lines: AsyncIterable<TableLine>;
  /** As far as the lines that were read tell; undefined while all was ASCII. */
  encoding(): TextEncoding | undefined;
}

/**
 * Reads a file of delimited text as it comes, whatever its encoding and delimiter. Throws
 * `UnreadableTable` when it has no header by which rows can be read.
 *
 */
export async function readTable(
  bytes: AsyncIterable<Uint8Array>,
  { encoding, chooseColumns }: ReadingWish = {},
): Promise<Table> {
  const text = new FileText(bytes, encoding);
  const chunks = text[Symbol.asyncIterator]();
  const head = await readHead(chunks);
  const { delimiter, skip } = formOf(head);
  const rest = joined(head.slice(skip), chunks);
  const records = csvRecords(rest, delimiter, skip > 0 ? 2 : 1);
  const header = await headerOf(records, chooseColumns);
  const lines = linesOf(records, header.columns, text);
  return { delimiter, header, lines, encoding: () => text.encoding };
}

/** Longer than a header line is. */
const headLength = 64 * 1024;

async function readHead(chunks: AsyncIterator<string>): Promise<string> {
  let head = '';
  while (head.length < headLength) {
    const next = await chunks.next();
    if (next.done) break;
    head += next.value;
  }
  return head.replace(/^\uFEFF+/, ''); // a tool that adds a mark does not look for one
}

/** Excel's own way to name the delimiter: a first line `sep=;`. */
function formOf(head: string): { delimiter: Delimiter; skip: number } {
  const [line, mark] = /^"?sep=([,;\t])"?(?:\r\n|\r|\n)/i.exec(head) ?? [];
  const named = (Object.keys(delimiters) as Delimiter[]).find((it) => delimiters[it] === mark);
  return { delimiter: named ?? findDelimiter(head), skip: line?.length ?? 0 };
}

async function* joined(head: string, chunks: AsyncGenerator<string>): AsyncGenerator<string> {
  try {
    yield head;
    yield* chunks;
  } finally {
    await chunks.return(undefined); // closes the file, also when only the head was read
  }
}

async function headerOf(
  records: AsyncGenerator<CsvRecord>,
  chooseColumns: ChooseColumns | undefined,
): Promise<Header> {
  const first = await records.next();
  if (first.done) throw new UnreadableTable({ code: 'empty' });
  try {
    return readHeader(first.value.cells, chooseColumns);
  } catch (error) {
    await records.return(undefined); // closes the file
    throw error;
  }
}

async function* linesOf(
  records: AsyncIterable<CsvRecord>,
  columns: readonly Column[],
  text: FileText,
): AsyncGenerator<TableLine> {
  for await (const record of records) yield readLine(record, columns, text);
}
