import {
  type Cells,
  type ImportableLine,
  idOf,
  isRefusal,
  judgeLine,
  type Refusal,
  type TableLine,
  type WellFormedLine,
} from '../domain/import-line.ts';
import type { Instant } from '../domain/instant.ts';
import { Occurrences } from '../domain/occurrences.ts';
import type { Task } from '../domain/task.ts';
import type { Clock } from '../ports/clock.ts';
import type { Digest, IncomingLine, Intake } from '../ports/intake.ts';

export interface ImportPorts {
  intake: Intake;
  clock: Pick<Clock, 'now'>;
  digest: Digest;
}

export interface ImportRequest {
  task: Task;
  /** Reads the file's lines from its beginning; called twice. */
  read: () => AsyncIterable<TableLine>;
  /** `rehearse` foresees what `write` would do, and writes nothing. */
  mode: 'write' | 'rehearse';
  /** Once it is aborted no more lines are begun. */
  signal: AbortSignal;
  watch: ImportWatch;
}

export interface ImportWatch {
  /** Called for every line that is read, begun or done. */
  moved(tally: ImportTally): void;
  refused(refusal: Refusal): void;
}

export interface ImportTally {
  /** Lines of the file but the header and blank ones; undefined while it is read the first time. */
  total: number | undefined;
  /** How many of them were read, or the second time begun. */
  read: number;
  imported: number;
  unchanged: number;
  refused: number;
}

/** Enough to keep a table busy; each takes a few milliseconds. */
const linesAtOnce = 24;

/**
 * Takes the lines of a file in as rows of the task. The file is read twice: the first time for its
 * highest Id, so that no line without one takes an Id that a later line names; and so that a file
 * which breaks off changes nothing.
 */
export async function importRows(ports: ImportPorts, request: ImportRequest): Promise<ImportTally> {
  const { task, mode, signal } = request;
  const survey = await surveyLines(request);
  if (signal.aborted) return newTally();
  if (mode === 'write' && survey.highestId > 0) {
    await ports.intake.raiseIds(task.id, survey.highestId);
  }
  const tally = newTally(survey.total);
  const lines = prepareLines(ports, request, tally);
  await eachAtOnce(lines, (line) => importLine(ports, request, { line, tally }));
  return tally;
}

function newTally(total?: number): ImportTally {
  return { total, read: 0, imported: 0, unchanged: 0, refused: 0 };
}

async function surveyLines({ read, signal, watch }: ImportRequest) {
  const tally = newTally();
  let highestId = 0;
  for await (const line of read()) {
    if (signal.aborted) break;
    tally.read += 1;
    watch.moved(tally);
    const Id = isRefusal(line) ? undefined : idOf(line.cells);
    highestId = Math.max(highestId, Id ?? 0);
  }
  return { total: tally.read, highestId };
}

type PreparedLine = { line: number; incoming: IncomingLine } | Refusal;

/** Judges the lines one after the other: which of two with one Id is the second is not left to chance. */
async function* prepareLines(
  { clock, digest }: ImportPorts,
  { read, task, signal, watch }: ImportRequest,
  tally: ImportTally,
): AsyncGenerator<PreparedLine> {
  const file = { task, digest, Ids: new Occurrences(), contents: new Occurrences() };
  for await (const line of read()) {
    if (signal.aborted) return;
    tally.read += 1;
    watch.moved(tally);
    yield isRefusal(line) ? line : prepareLine(line, file, clock.now());
  }
}

/** What the lines of a file have in common. */
interface FileAtHand {
  task: Task;
  digest: Digest;
  Ids: Occurrences;
  contents: Occurrences;
}

function prepareLine(line: WellFormedLine, file: FileAtHand, at: Instant): PreparedLine {
  const Id = idOf(line.cells);
  const isRepeated = Id !== undefined && file.Ids.count(Id) > 1;
  const judged = judgeLine(line, file.task, at);
  if (isRefusal(judged)) return judged;
  return isRepeated ? repeatedId(judged) : incomingLine(judged, line.cells, file);
}

function repeatedId({ line, Id }: ImportableLine): Refusal {
  const reason = 'an earlier line of the file has this Id: give this one another, or none';
  return { line, column: 'Id', value: String(Id), reason };
}

function incomingLine(
  { line, ...row }: ImportableLine,
  cells: Cells,
  { task, digest, contents }: FileAtHand,
): PreparedLine {
  const mark = digest(contentOf(cells)).subarray(0, markBytes);
  const occurrence = row.Id === undefined ? contents.count(shortened(mark)) : 1;
  return {
    line,
    incoming: { ...row, task: task.id, hash: mark.toString('base64url'), occurrence },
  };
}

/** 128 bits tell more lines apart than there will ever be. */
const markBytes = 16;

/** The cells that hold something, whatever the order of the columns. */
function contentOf(cells: Cells): string {
  const content = Object.entries(cells).filter(([, cell]) => cell !== '');
  return JSON.stringify(content.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * 48 bits, and never 0. In one of some 500 files with a million lines two that differ are taken for
 * alike; the second is then its content's second occurrence, in this file and whenever it is repeated.
 */
function shortened(mark: Buffer): number {
  return mark.readUIntBE(0, 6) + 1;
}

async function importLine(
  { intake }: ImportPorts,
  { mode, watch }: ImportRequest,
  { line, tally }: { line: PreparedLine; tally: ImportTally },
): Promise<void> {
  const outcome = isRefusal(line) ? line : await receive(line, intake, mode);
  if (typeof outcome === 'string') {
    tally[outcome] += 1;
  } else {
    tally.refused += 1;
    watch.refused(outcome);
  }
  watch.moved(tally);
}

async function receive(
  { line, incoming }: Exclude<PreparedLine, Refusal>,
  intake: Intake,
  mode: ImportRequest['mode'],
): Promise<'imported' | 'unchanged' | Refusal> {
  const reception = await (mode === 'write' ? intake.take(incoming) : intake.foresee(incoming));
  if (reception !== 'in-service') return reception;
  const reason = 'a call to this row is on (its status is 11): import the line when it is over';
  return { line, column: 'Id', value: String(incoming.Id), reason };
}

/** Hands the items out to so many at once; after a failure no more are begun. */
async function eachAtOnce<Item>(
  items: AsyncGenerator<Item>,
  handle: (item: Item) => Promise<void>,
): Promise<void> {
  const work = async () => {
    for await (const item of items) await handle(item);
  };
  const ends = await Promise.allSettled(Array.from({ length: linesAtOnce }, work));
  const failure = ends.find((end) => end.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
}
