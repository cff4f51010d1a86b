import { contentOf, type NumberedLine } from '../../domain/import/import-file.ts';
import {
  type ImportableLine,
  isRefusal,
  judgeLine,
  type Refusal,
} from '../../domain/import/import-line.ts';
import type { Task } from '../../domain/task/task.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Digest, IncomingLine, RowImport } from '../../ports/row-import.ts';

export interface ImportPorts {
  rowImport: RowImport;
  clock: Pick<Clock, 'now'>;
  digest: Digest;
}

/** `rehearse` foresees what `write` would do, and writes nothing. */
export type ImportMode = 'write' | 'rehearse';

/** What became of a line. */
export type LineOutcome = 'imported' | 'unchanged' | Refusal;

/** Takes one line of a file in as a row of the task; may be repeated. */
export async function receiveLine(
  { rowImport, clock, digest }: ImportPorts,
  { task, mode, line }: { task: Task; mode: ImportMode; line: NumberedLine },
): Promise<LineOutcome> {
  const judged = judgeLine(line, task, clock.now());
  if (isRefusal(judged)) return judged;
  if (judged.Id !== undefined && line.occurrence > 1) return repeatedId(judged);
  const incoming = incomingLine(judged, line, { task, digest });
  const reception = await (mode === 'write'
    ? rowImport.write(incoming)
    : rowImport.rehearse(incoming));
  if (typeof reception === 'object') {
    return { line: line.line, problem: { code: 'unstorable', why: reception.unstorable } };
  }
  return reception === 'in-service' ? inService(judged) : reception;
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
