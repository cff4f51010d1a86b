import { toE164 } from '../../domain/basics/phone-number.ts';
import type { GateReason } from '../../domain/gate/gate-reasons.ts';
import { contentOf, type NumberedLine } from '../../domain/import/import-file.ts';
import {
  type ImportableLine,
  isBarredLine,
  isRefusal,
  judgeLine,
  neverCallableLine,
  type Refusal,
} from '../../domain/import/import-line.ts';
import { textOf } from '../../domain/row/row.ts';
import type { Task } from '../../domain/task/task.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Digest, IncomingLine, RowImport } from '../../ports/rows/row-import.ts';
import type { AskForNumber } from '../gate/ask-for-number.ts';

export interface ReceivePorts {
  rowImport: RowImport;
  clock: Pick<Clock, 'now'>;
  digest: Digest;
}

export type ImportPorts = ReceivePorts & Pick<Ports, 'directory' | 'doNotCall'>;

/** `rehearse` foresees what `write` would do, and writes nothing. */
export type ImportMode = 'write' | 'rehearse';

/** What became of a line. */
export type LineOutcome = 'imported' | 'unchanged' | Refusal;

export interface LineToReceive {
  task: Task;
  mode: ImportMode;
  line: NumberedLine;
  /** Asked for all lines of a file, or some of them. */
  askForNumber: AskForNumber;
}

/** Takes one line of a file in as a row of the task; may be repeated. */
export async function receiveLine(
  { rowImport, clock, digest }: ReceivePorts,
  { task, mode, line, askForNumber }: LineToReceive,
): Promise<LineOutcome> {
  const judged = judgeLine(line, task, clock.now());
  if (isRefusal(judged)) return judged;
  if (judged.Id !== undefined && line.occurrence > 1) return repeatedId(judged);
  const incoming = incomingLine(judged, line, { task, digest });
  const reason = await refusedForGood(judged, task, askForNumber);
  if (reason !== undefined) {
    const isKnown = (await rowImport.rehearse(incoming)) === 'unchanged';
    return isKnown ? 'unchanged' : neverCallableLine(judged, reason);
  }
  const reception = await (mode === 'write'
    ? rowImport.write(incoming)
    : rowImport.rehearse(incoming));
  if (typeof reception === 'object') {
    return { line: line.line, problem: { code: 'unstorable', why: reception.unstorable } };
  }
  return reception === 'in-service' ? inService(judged) : reception;
}

/**
 * A file may hold customers of other countries, or people of ours, whom the task does not call today:
 * such rows are kept, and their calls refused when they are due.
 */
const keptReasons: ReadonlySet<GateReason> = new Set(['country-not-allowed', 'own-number']);

async function refusedForGood(
  line: ImportableLine,
  task: Task,
  askForNumber: AskForNumber,
): Promise<GateReason | undefined> {
  if (isBarredLine(line)) return undefined;
  const to = toE164(textOf(line.columns.tel) ?? '', task.country);
  const reason = await askForNumber({ task, to });
  return reason === undefined || keptReasons.has(reason) ? undefined : reason;
}

function incomingLine(
  { line: _, ...row }: ImportableLine,
  { cells, occurrence }: NumberedLine,
  { task, digest }: { task: Task; digest: Digest },
): IncomingLine {
  const mark = digest(contentOf(cells)).subarray(0, markBytes);
  return { ...row, task: task.id, hash: mark.toString('base64url'), occurrence };
}

/** 128 bits tell more lines apart than there will ever be. */
const markBytes = 16;

function repeatedId({ line, Id }: ImportableLine): Refusal {
  return { line, column: 'Id', value: String(Id), problem: { code: 'id-again' } };
}

function inService({ line, Id }: ImportableLine): Refusal {
  return { line, column: 'Id', value: String(Id), problem: { code: 'row-in-service' } };
}
