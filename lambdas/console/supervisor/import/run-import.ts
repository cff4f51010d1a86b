import type { ImportBatchWish, ImportReceptions } from '../../../contract/imports.ts';
import { forEachConcurrently } from '../../../domain/import/for-each-concurrently.ts';
import {
  type Cells,
  isInDoNotCall,
  type Refusal,
  type WellFormedLine,
} from '../../../domain/import/import-line.ts';
import type { LineProblem } from '../../../domain/import/import-problem.ts';
import type { LineEffect } from '../../../domain/import/line-effect.ts';
import { type Batch, batchesOf } from './batches.ts';
import type { FileLook } from './look-through.ts';
import { openFile } from './open-file.ts';

export interface ImportTally {
  /** Lines whose outcome is known. */
  done: number;
  imported: number;
  unchanged: number;
  refused: number;
  /** Of the refused: because the customer asked not to be called. */
  inDoNotCall: number;
  /** Of the imported, in a rehearsal: what they would do. */
  effects: Readonly<Record<LineEffect, number>>;
}

export const noTally: ImportTally = {
  done: 0,
  imported: 0,
  unchanged: 0,
  refused: 0,
  inDoNotCall: 0,
  effects: { new: 0, changed: 0, 'another-number': 0 },
};

/** A customer who would be called twice: their number, and where else it stands. */
export interface FoundNumber {
  number: string;
  lines: readonly number[];
  rows: readonly number[];
}

/** A refused line, and what it says: so that it can be put right and imported again. */
export interface RefusedLine extends Refusal {
  cells?: Cells;
}

export interface ImportRun {
  file: Blob;
  look: Pick<FileLook, 'highestId' | 'encoding' | 'mapping'>;
  mode: ImportBatchWish['mode'];
  /** Brings a batch to the server, again if need be; rejects when that is of no use. */
  send: (batch: ImportBatchWish) => Promise<ImportReceptions>;
  /** Once it is aborted no more batches are begun. */
  signal: AbortSignal;
  /** After every batch: how far it is, and the lines that the batch adds to the refused ones. */
  moved: (tally: ImportTally, refusals: readonly RefusedLine[]) => void;
  /** At the end of a rehearsal: numbers of several lines, or of rows that are there. */
  found?: (numbers: readonly FoundNumber[]) => void;
}

type Reception = ImportReceptions['receptions'][number];

/** Enough to hide a request's way there and back. */
const batchesAtOnce = 3;

/** Sends the file's lines; those of an aborted import are done as far as the tally says. */
export async function runImport({ file, ...run }: ImportRun): Promise<ImportTally> {
  const { encoding, mapping } = run.look;
  const { lines } = await openFile(file, {
    chooseColumns: () => mapping,
    ...(encoding && { encoding }),
  });
  const tally: ImportTally = { ...noTally };
  const numbers = new Map<string, FoundNumber>();
  const importOne = async (batch: Batch) => {
    const { receptions, numbers: found = [] } = await sendBatch(batch, run, tally);
    for (const it of found) noteNumber(numbers, it);
    const refusals = [
      ...batch.refusals,
      ...receptions.flatMap((it, at) => refusalIn(it, batch.lines[at])),
    ];
    tally.refused += refusals.length;
    tally.inDoNotCall += refusals.filter(isInDoNotCall).length;
    tally.done += batch.lines.length + batch.refusals.length;
    run.moved({ ...tally }, refusals);
  };
  await forEachConcurrently(untilAborted(batchesOf(lines), run.signal), importOne, batchesAtOnce);
  run.found?.([...numbers.values()].filter(isTwice));
  return tally;
}

function noteNumber(
  numbers: Map<string, FoundNumber>,
  { line, number, rows }: { line: number; number: string; rows: readonly number[] },
): void {
  const lines = [...(numbers.get(number)?.lines ?? []), line];
  numbers.set(number, { number, rows, lines: lines.sort((a, b) => a - b) });
}

function isTwice({ lines, rows }: FoundNumber): boolean {
  return lines.length > 1 || rows.length > 0;
}

async function sendBatch(
  { lines }: Batch,
  { mode, look, send }: Omit<ImportRun, 'file'>,
  tally: ImportTally,
): Promise<ImportReceptions> {
  if (lines.length === 0) return { receptions: [] };
  const answer = await send({ mode, highestId: look.highestId, lines });
  for (const { outcome } of answer.receptions) if (outcome !== 'refused') tally[outcome] += 1;
  for (const { effect } of answer.effects ?? [])
    tally.effects = { ...tally.effects, [effect]: tally.effects[effect] + 1 };
  return answer;
}

function refusalIn(it: Reception, line: WellFormedLine | undefined): RefusedLine[] {
  if (it.problem === undefined) return [];
  return [{ ...refusalOf(it, it.problem), ...(line && { cells: line.cells }) }];
}

/** Problems are of one kind on both sides; the contract does not list their codes. */
function refusalOf({ line, column, value }: Reception, given: { code: string }): Refusal {
  const problem = given as LineProblem;
  return { line, ...(column !== undefined && { column, value: value ?? '' }), problem };
}

async function* untilAborted<Item>(
  items: AsyncIterable<Item>,
  signal: AbortSignal,
): AsyncGenerator<Item> {
  for await (const item of items) {
    if (signal.aborted) return;
    yield item;
  }
}
