import { FileSurvey } from '../../../domain/import/import-file.ts';
import { isRefusal, type WellFormedLine } from '../../../domain/import/import-line.ts';
import type { Delimiter } from '../../../table-files/delimiter.ts';
import type { TextEncoding } from '../../../table-files/encoding.ts';
import type { ChooseColumns, Column, ColumnMap } from '../../../table-files/header.ts';
import type { TableWarning } from '../../../table-files/table-problem.ts';
import { openFile } from './open-file.ts';

/** What a file is found to be, before anything is sent. */
export interface FileLook {
  /** Undefined for a workbook, as is the delimiter. */
  encoding: TextEncoding | undefined;
  delimiter: Delimiter | undefined;
  /** In the file's order. */
  columns: readonly Column[];
  mapping: ColumnMap;
  warnings: readonly TableWarning[];
  firstLines: readonly WellFormedLine[];
  /** Lines but the header and blank ones. */
  total: number;
  highestId: number;
}

export interface LookWish {
  /** The person's choice, where the file does not tell. */
  encoding?: TextEncoding;
  chooseColumns?: ChooseColumns;
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
  { signal, moved, ...wish }: LookWish,
): Promise<FileLook> {
  const table = await openFile(file, { ...wish, moved });
  const survey = new FileSurvey();
  const firstLines: WellFormedLine[] = [];
  for await (const line of table.lines) {
    survey.add(line);
    if (!isRefusal(line) && firstLines.length < shownLines) firstLines.push(line);
    if (survey.total % linesPerLook === 0) await nextTask();
    signal.throwIfAborted();
  }
  return {
    encoding: table.delimiter && (table.encoding() ?? 'utf-8'),
    delimiter: table.delimiter,
    columns: table.header.columns,
    mapping: table.header.mapping,
    warnings: table.header.warnings,
    firstLines,
    total: survey.total,
    highestId: survey.highestId,
  };
}

/** Lets the page draw and take keys in between. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
