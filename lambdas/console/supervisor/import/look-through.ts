import { FileSurvey } from '../../../domain/import/import-file.ts';
import { isRefusal, type WellFormedLine } from '../../../domain/import/import-line.ts';
import type { Delimiter } from '../../../table-files/delimiter.ts';
import type { TextEncoding } from '../../../table-files/encoding.ts';
import { readTable } from '../../../table-files/read-table.ts';
import type { TableWarning } from '../../../table-files/table-problem.ts';

/** What a file is found to be, before anything is sent. */
export interface FileLook {
  encoding: TextEncoding;
  delimiter: Delimiter;
  /** Those that are carried along, in the file's order. */
  columns: readonly string[];
  warnings: readonly TableWarning[];
  firstLines: readonly WellFormedLine[];
  /** Lines but the header and blank ones. */
  total: number;
  highestId: number;
}

export interface LookWish {
  /** The person's choice, where the file does not tell. */
  encoding?: TextEncoding;
  signal: AbortSignal;
  /** How many bytes were read, now and then. */
  moved: (bytes: number) => void;
}

const shownLines = 8;
const linesPerLook = 2_000;

/**
 * Reads the file through, so that nothing is written of one that breaks off. Throws
 * `UnreadableTable`, or the signal's reason.
 */
export async function lookThrough(
  file: Blob,
  { encoding, signal, moved }: LookWish,
): Promise<FileLook> {
  const table = await readTable(bytesOf(file, moved), encoding);
  const survey = new FileSurvey();
  const firstLines: WellFormedLine[] = [];
  for await (const line of table.lines) {
    survey.add(line);
    if (!isRefusal(line) && firstLines.length < shownLines) firstLines.push(line);
    if (survey.total % linesPerLook === 0) await nextTask();
    signal.throwIfAborted();
  }
  return {
    encoding: table.encoding() ?? 'utf-8',
    delimiter: table.delimiter,
    columns: table.header.columns.filter((it) => it.keep).map((it) => it.name),
    warnings: table.header.warnings,
    firstLines,
    total: survey.total,
    highestId: survey.highestId,
  };
}

const chunkBytes = 256 * 1024;

/** The file's bytes, piece by piece; a browser keeps none that are through. */
export async function* bytesOf(
  file: Blob,
  moved: (bytes: number) => void = () => {},
): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += chunkBytes) {
    moved(at);
    yield new Uint8Array(await file.slice(at, at + chunkBytes).arrayBuffer());
  }
}

/** Lets the page draw and take keys in between. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
