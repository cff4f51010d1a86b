import { forEachConcurrently } from '../../domain/import/for-each-concurrently.ts';
import { FileSurvey, LineNumbering, type NumberedLine } from '../../domain/import/import-file.ts';
import {
  isInDoNotCall,
  isRefusal,
  type Refusal,
  type TableLine,
} from '../../domain/import/import-line.ts';
import { NumbersOfFile, type SameNumber } from '../../domain/import/same-numbers.ts';
import type { Task } from '../../domain/task/task.ts';
import { type AskForNumber, askForNumbers } from '../gate/ask-for-number.ts';
import { findSameNumber, type RowsOfNumber } from './find-same-number.ts';
import { type ImportMode, type ImportPorts, receiveLine } from './receive-line.ts';

export interface ImportRequest {
  task: Task;
  /** Reads the file's lines from its beginning; called twice. */
  read: () => AsyncIterable<TableLine>;
  mode: ImportMode;
  /** Once it is aborted no more lines are begun. */
  signal: AbortSignal;
  watch: ImportWatch;
}

export interface ImportWatch {
  /** Called for every line that is read, begun or done. */
  moved(tally: ImportTally): void;
  refused(refusal: Refusal): void;
  /** In a rehearsal: a line would be imported whose number comes earlier in the file or in the table. */
  sameNumber?(found: SameNumber): void;
}

/** `rowsOfNumber` is asked in rehearsals alone. */
export type ImportFilePorts = ImportPorts & { rowsOfNumber?: RowsOfNumber };

/** A line with what was found about it while the file was read. */
interface ReadLine {
  line: NumberedLine | Refusal;
  earlierLine: number | undefined;
}

export interface ImportTally {
  /** Lines of the file but the header and blank ones; undefined while it is read the first time. */
  total: number | undefined;
  /** How many of them were read, or the second time begun. */
  read: number;
  imported: number;
  unchanged: number;
  refused: number;
  /** Of the refused: because the customer asked not to be called. */
  inDoNotCall: number;
}

/** Enough to keep a table busy; each takes a few milliseconds. */
const linesAtOnce = 24;

/**
 * Takes the lines of a file in as rows of the task. The file is read twice: the first time for its
 * highest Id, so that no line without one takes an Id that a later line names; and so that a file
 * which breaks off changes nothing.
 */
export async function importRows(
  ports: ImportFilePorts,
  request: ImportRequest,
): Promise<ImportTally> {
  const { task, mode, signal } = request;
  const survey = await surveyLines(request);
  if (signal.aborted) return newTally();
  if (mode === 'write' && survey.highestId > 0) {
    await ports.rowImport.raiseIds(task.id, survey.highestId);
  }
  const tally = newTally(survey.total);
  const askForNumber = askForNumbers(ports);
  const importOne = (line: ReadLine) =>
    importLine(ports, request, { ...line, tally, askForNumber });
  await forEachConcurrently(numberedLines(request, tally), importOne, linesAtOnce);
  return tally;
}

function newTally(total?: number): ImportTally {
  return { total, read: 0, imported: 0, unchanged: 0, refused: 0, inDoNotCall: 0 };
}

async function surveyLines({ read, signal, watch }: ImportRequest): Promise<FileSurvey> {
  const survey = new FileSurvey();
  const tally = newTally();
  for await (const line of read()) {
    if (signal.aborted) break;
    survey.add(line);
    tally.read = survey.total;
    watch.moved(tally);
  }
  return survey;
}

/** Numbers the lines one after the other: which of two with one Id is the second is not left to chance. */
async function* numberedLines(
  { read, signal, watch, mode, task }: ImportRequest,
  tally: ImportTally,
): AsyncGenerator<ReadLine> {
  const numbering = new LineNumbering();
  const numbers = mode === 'rehearse' ? new NumbersOfFile() : undefined;
  for await (const line of read()) {
    if (signal.aborted) return;
    tally.read += 1;
    watch.moved(tally);
    yield isRefusal(line)
      ? { line, earlierLine: undefined }
      : { line: numbering.number(line), earlierLine: numbers?.earlier(line, task.country) };
  }
}

async function importLine(
  ports: ImportFilePorts,
  { task, mode, watch }: ImportRequest,
  {
    line,
    earlierLine,
    tally,
    askForNumber,
  }: ReadLine & { tally: ImportTally; askForNumber: AskForNumber },
): Promise<void> {
  const outcome = isRefusal(line)
    ? line
    : await receiveLine(ports, { task, mode, line, askForNumber });
  if (mode === 'rehearse' && outcome === 'imported' && !isRefusal(line)) {
    const rowsOfNumber = ports.rowsOfNumber ?? noRows;
    const same = await findSameNumber(rowsOfNumber, { task, line, earlierLine });
    if (same !== undefined) watch.sameNumber?.(same);
  }
  if (typeof outcome === 'string') {
    tally[outcome] += 1;
  } else {
    tally.refused += 1;
    if (isInDoNotCall(outcome)) tally.inDoNotCall += 1;
    watch.refused(outcome);
  }
  watch.moved(tally);
}

const noRows: RowsOfNumber = async () => [];
