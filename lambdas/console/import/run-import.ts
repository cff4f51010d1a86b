import type { ImportBatchWish, ImportReceptions } from '../../contract/imports.ts';
import { forEachConcurrently } from '../../domain/import/for-each-concurrently.ts';
import type { Refusal } from '../../domain/import/import-line.ts';
import type { LineProblem } from '../../domain/import/import-problem.ts';
import { readTable } from '../../table-files/read-table.ts';
import { type Batch, batchesOf } from './batches.ts';
import { bytesOf, type FileLook } from './look-through.ts';

export interface ImportTally {
  /** Lines whose outcome is known. */
  done: number;
  imported: number;
  unchanged: number;
  refused: number;
}

export interface ImportRun {
  file: Blob;
  look: Pick<FileLook, 'highestId' | 'encoding'>;
  mode: ImportBatchWish['mode'];
  /** Brings a batch to the server, again if need be; rejects when that is of no use. */
  send: (batch: ImportBatchWish) => Promise<ImportReceptions>;
  /** Once it is aborted no more batches are begun. */
  signal: AbortSignal;
  /** After every batch: how far it is, and the lines that the batch adds to the refused ones. */
  moved: (tally: ImportTally, refusals: readonly Refusal[]) => void;
}

type Reception = ImportReceptions['receptions'][number];

/** Enough to hide a request's way there and back. */
const batchesAtOnce = 3;

/** Sends the file's lines; those of an aborted import are done as far as the tally says. */
export async function runImport({ file, ...run }: ImportRun): Promise<ImportTally> {
  const { lines } = await readTable(bytesOf(file), run.look.encoding);
  const tally: ImportTally = { done: 0, imported: 0, unchanged: 0, refused: 0 };
  const importOne = async (batch: Batch) => {
    const refusals = [...batch.refusals, ...(await sendBatch(batch, run, tally))];
    tally.refused += refusals.length;
    tally.done += batch.lines.length + batch.refusals.length;
    run.moved({ ...tally }, refusals);
  };
  await forEachConcurrently(untilAborted(batchesOf(lines), run.signal), importOne, batchesAtOnce);
  return tally;
}

async function sendBatch(
  { lines }: Batch,
  { mode, look, send }: Omit<ImportRun, 'file'>,
  tally: ImportTally,
): Promise<Refusal[]> {
  if (lines.length === 0) return [];
  const { receptions } = await send({ mode, highestId: look.highestId, lines });
  for (const { outcome } of receptions) if (outcome !== 'refused') tally[outcome] += 1;
  return receptions.flatMap((it) => (it.problem === undefined ? [] : refusalOf(it, it.problem)));
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
