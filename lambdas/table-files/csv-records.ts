import { pipeline, Readable } from 'node:stream';
import { CsvError, type Options, type Parser, parse } from 'csv-parse';
import { csvForm, type Delimiter } from './delimiter.ts';
import { UnreadableTable } from './unreadable-table.ts';

export interface CsvRecord {
  /** Of the file, from 1: where the record begins. */
  line: number;
  cells: readonly string[];
}

/** More than a row can hold: a record that grows beyond it has lost its closing quote. */
const mostRecordBytes = 1024 * 1024;

/** The text's records, those that are blank left out; `line` is the line at which it begins. */
export async function* csvRecords(
  text: AsyncIterable<string>,
  delimiter: Delimiter,
  line: number,
): AsyncGenerator<CsvRecord> {
  let at = line;
  const numbered = (cells: string[]): CsvRecord | null => {
    const record = { line: at, cells };
    at += 1 + lineBreaks(cells);
    return cells.some((cell) => cell.trim() !== '') ? record : null;
  };
  const form: Options<CsvRecord, string[]> = {
    ...csvForm(delimiter),
    max_record_size: mostRecordBytes,
    on_record: numbered,
  };
  const parser = pipeline(Readable.from(text), parserOf(form), passErrorsToReader);
  try {
    yield* parser as AsyncIterable<CsvRecord>;
  } catch (error) {
    throw error instanceof CsvError ? unclosedQuote(at, error) : error;
  }
}

/** `parse` is declared for records that stay arrays, though `on_record` may make anything of them. */
function parserOf(form: Options<CsvRecord, string[]>): Parser {
  return parse(form as unknown as Options);
}

/** `pipeline` destroys the parser with the source's error, and that is where it is read. */
function passErrorsToReader(): void {}

/** Line breaks within a record are those within its cells: only quoted cells can hold any. */
function lineBreaks(cells: readonly string[]): number {
  const inEach = cells.map((cell) => cell.match(/\r\n|\r|\n/g)?.length ?? 0);
  return inEach.reduce((sum, it) => sum + it, 0);
}

function unclosedQuote(line: number, cause: CsvError): UnreadableTable {
  const message = `A quotation mark opens in line ${line} or soon after and is never closed, so the rest of the file cannot be told apart.`;
  return new UnreadableTable(message, { cause });
}
