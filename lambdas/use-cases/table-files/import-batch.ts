import type { NumberedLine } from '../../domain/import/import-file.ts';
import type { Task } from '../../domain/task/task.ts';
import { askForNumbers } from '../gate/ask-for-number.ts';
import {
  type ImportMode,
  type ImportPorts,
  type LineOutcome,
  receiveLine,
} from './receive-line.ts';

export interface BatchRequest {
  task: Task;
  mode: ImportMode;
  /** The highest Id that any line of the whole file names; 0 if none does. */
  highestId: number;
  lines: readonly NumberedLine[];
}

/**
 * Takes some lines of a file in as rows of the task, and answers what became of each, in their
 * order. Batches may come in any order, at once and more than once: the rows are the same.
 */
export async function importBatch(
  ports: ImportPorts,
  { task, mode, highestId, lines }: BatchRequest,
): Promise<LineOutcome[]> {
  if (mode === 'write' && highestId > 0) await ports.rowImport.raiseIds(task.id, highestId);
  const askForNumber = askForNumbers(ports);
  return Promise.all(lines.map((line) => receiveLine(ports, { task, mode, line, askForNumber })));
}
