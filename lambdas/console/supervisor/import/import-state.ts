import { signal } from '@preact/signals';
import type { ImportBatchWish, ImportReceptions } from '../../../contract/imports.ts';
import type { TextEncoding } from '../../../table-files/encoding.ts';
import type { ColumnMap } from '../../../table-files/header.ts';
import type { TableProblem } from '../../../table-files/table-problem.ts';
import { UnreadableTable } from '../../../table-files/unreadable-table.ts';
import { ask } from '../../shell/api/ask.ts';
import { mappingFor, rememberMapping } from './column-choices.ts';
import { type FileLook, lookThrough } from './look-through.ts';
import {
  type FoundNumber,
  type ImportTally,
  noTally,
  type RefusedLine,
  runImport,
} from './run-import.ts';

/**
 * An import, kept beside the page: it goes on while its person looks at other sections.
 *
 *   none ─▶ looking ─▶ ready ─▶ running ─▶ done · stopped · broken ─▶ running …
 *             └─▶ unreadable
 */
export type ImportStage =
  | { kind: 'none' }
  | { kind: 'looking'; bytes: number }
  /** `problem`: what the file is instead of a table; without it, it could not be read at all. */
  | { kind: 'unreadable'; problem?: TableProblem }
  | { kind: 'ready' }
  | { kind: 'running'; mode: Mode; startedAt: number }
  | { kind: 'done' | 'stopped'; mode: Mode }
  | { kind: 'broken'; mode: Mode; sentence: string };

type Mode = ImportBatchWish['mode'];

export const stage = signal<ImportStage>({ kind: 'none' });
export const file = signal<File | undefined>();
export const look = signal<FileLook | undefined>();
export const task = signal('');
export const tally = signal<ImportTally>(noTally);
export const refusals = signal<readonly RefusedLine[]>([]);
/** What the last rehearsal found twice. */
export const doubles = signal<readonly FoundNumber[]>([]);

let running = new AbortController();

/**
 * Reads the file through and says what it is; in the named encoding, where it does not tell, and with
 * its columns taken for what was chosen. Without a choice they are taken for what was chosen for these
 * columns before, else for what their names suggest.
 */
export async function takeFile(
  chosen: File,
  { encoding, mapping }: { encoding?: TextEncoding; mapping?: ColumnMap } = {},
): Promise<void> {
  begin();
  const { signal: ended } = running;
  file.value = chosen;
  look.value = undefined;
  stage.value = { kind: 'looking', bytes: 0 };
  const moved = (bytes: number) => {
    if (!ended.aborted) stage.value = { kind: 'looking', bytes };
  };
  try {
    const wish = { signal: ended, moved, ...(encoding !== undefined && { encoding }) };
    look.value = await lookThrough(chosen, {
      ...wish,
      chooseColumns: mapping === undefined ? mappingFor : () => mapping,
    });
    if (mapping !== undefined) rememberMapping(look.value.columns, mapping);
    stage.value = { kind: 'ready' };
  } catch (error) {
    if (!ended.aborted) stage.value = unreadable(error);
  }
}

function unreadable(error: unknown): ImportStage {
  const kind = 'unreadable';
  return error instanceof UnreadableTable ? { kind, problem: error.problem } : { kind };
}

export function dropFile(): void {
  begin();
  file.value = undefined;
  look.value = undefined;
  stage.value = { kind: 'none' };
}

/** What is imported into another task is another import. */
export function chooseTask(id: string): void {
  task.value = id;
  tally.value = noTally;
  refusals.value = [];
  doubles.value = [];
  if (look.value !== undefined) stage.value = { kind: 'ready' };
}

/** Rehearses or writes the whole file; what was imported before changes nothing. */
export async function start(mode: Mode): Promise<void> {
  const [chosen, found] = [file.value, look.value];
  if (chosen === undefined || found === undefined) return;
  begin();
  const { signal: ended } = running;
  stage.value = { kind: 'running', mode, startedAt: Date.now() };
  const moved = (next: ImportTally, added: readonly RefusedLine[]) => {
    tally.value = next;
    if (added.length > 0) refusals.value = [...refusals.value, ...added];
  };
  const send = (batch: ImportBatchWish) => sendBatch(task.value, batch, ended);
  try {
    const all = { file: chosen, look: found, mode, send, signal: ended, moved };
    await runImport({ ...all, found: (numbers) => (doubles.value = numbers) });
    stage.value = { kind: ended.aborted ? 'stopped' : 'done', mode };
  } catch (error) {
    const sentence = sentenceOf(error);
    stage.value = ended.aborted ? { kind: 'stopped', mode } : { kind: 'broken', mode, sentence };
  }
}

/** The batches that are on their way arrive yet. */
export function stop(): void {
  running.abort();
}

function begin(): void {
  running.abort();
  running = new AbortController();
  tally.value = noTally;
  refusals.value = [];
  doubles.value = [];
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Two minutes in all: a network that is away for longer is a matter for a person. */
const pausesMilliseconds = [500, 1000, 2000, 4000, 8000, 15_000, 30_000, 60_000];

/** Repeating a batch is safe, so it is sent again until an answer comes. */
async function sendBatch(
  id: string,
  batch: ImportBatchWish,
  ended: AbortSignal,
): Promise<ImportReceptions> {
  for (let tries = 0; ; tries++) {
    const path = `/tasks/${encodeURIComponent(id)}/import` as const;
    const answer = await ask('POST', path, batch);
    if (answer.kind === 'done') return answer.value;
    const pause = pausesMilliseconds[tries];
    if (answer.kind === 'refused' || pause === undefined || ended.aborted) {
      throw new Error(answer.sentence);
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
