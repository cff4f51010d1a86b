import { type Attempt, isLive } from '../../domain/attempt/attempt.ts';
import type { DoNotCallEntry } from '../../domain/do-not-call/do-not-call.ts';
import { type Erasure, erasureEntry } from '../../domain/evidence/evidence.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Journal } from '../../ports/records/journal.ts';
import type { RowEditor } from '../../ports/rows/row-editor.ts';
import { numberOf } from '../numbers/rows-of-number.ts';
import {
  attemptsOf,
  type EvidencePorts,
  makeEvidence,
  type NumberInRows,
  seal,
} from './make-evidence.ts';

export type ErasePorts = EvidencePorts &
  Pick<Ports, 'rows' | 'directory' | 'recordings'> & {
    journal: Pick<Journal, 'note'>;
    rowEditor: Pick<RowEditor, 'delete'>;
  };

export type Erased = { kind: 'erased'; erasure: Erasure } | { kind: 'call-on' };

/**
 * Removes what is personal of a number, wherever it stands, and keeps its chain, which tells what was
 * done without telling of whom. That the number may not be called stays known, by its hash alone. Rows
 * go last: what a try left that failed half-way is found by them again.
 */
export async function eraseNumber(
  ports: ErasePorts,
  wanted: NumberInRows & { by: string },
): Promise<Erased> {
  const { number, by } = wanted;
  const attempts = await attemptsOf(ports, wanted);
  if (attempts.some(isLive)) return { kind: 'call-on' };
  const { entries } = await makeEvidence(ports, wanted);
  const forms = entries.filter(({ kind, state }) => kind === 'form' && state === 'kept').length;
  await eraseRecordings(ports, attempts);
  await ports.traces.eraseAttempts(attempts.map(({ id }) => id));
  const locks = Number(await ports.traces.eraseLock(number));
  await eraseRecord(ports, number);
  const { rows, receipts } = await eraseRows(ports, wanted);
  const at = ports.clock.now();
  const erasure = { at, by, rows, attempts: attempts.length, forms, receipts, locks };
  await seal(ports, number, [erasureEntry(erasure)]);
  ports.journal.note('number erased', { ...erasure, by: undefined });
  return { kind: 'erased', erasure };
}

/** The next sweep deletes them at the network. One that is told of later is found without its attempt, and goes too. */
async function eraseRecordings(
  { recordings, clock }: ErasePorts,
  attempts: readonly Attempt[],
): Promise<void> {
  for (const { id: attempt, recordings: known = [] } of attempts) {
    for (const { sid, call, state } of known) {
      if (state !== 'deleted') await recordings.keepUntil({ attempt, sid, call }, clock.now());
    }
  }
}

/** A row that holds another number by now keeps it; what happened to it told of both. */
async function eraseRows(
  ports: ErasePorts,
  { number, rows: keys }: NumberInRows,
): Promise<{ rows: number; receipts: number }> {
  let [rows, receipts] = [0, 0];
  for (const key of keys) {
    receipts += (await ports.traces.eraseRowTraces(key)).receipts;
    const row = await ports.rows.get(key);
    const task = row && (await ports.directory.task(key.task));
    const isTheirs = row !== undefined && (!task || numberOf(row, task) === number);
    if (isTheirs && (await ports.rowEditor.delete(key))) rows += 1;
  }
  return { rows, receipts };
}

/** Whether it may be called stays; who said so, and in which words, does not. */
async function eraseRecord({ doNotCall }: ErasePorts, number: string): Promise<void> {
  for (;;) {
    const seen = await doNotCall.find(number);
    if (seen === undefined || seen.isErased) return;
    const entries = seen.entries.map(bare);
    if (await doNotCall.put({ number, entries, isErased: true }, seen)) return;
  }
}

function bare({ kind, task, at, door }: DoNotCallEntry): DoNotCallEntry {
  return task === undefined ? { kind, at, door } : { kind, task, at, door };
}
