import {
  type DoNotCallEntry,
  entryAgainst,
  isHeard,
  isNews,
} from '../../domain/do-not-call/do-not-call.ts';
import { isDoNotCall } from '../../domain/row/row.ts';
import type { Ports } from '../../ports/ports.ts';
import { barRow, freeRow } from './bar-row.ts';
import { type RowOfTask, rowsOfNumber } from './rows-of-number.ts';
import type { SaidNoPorts } from './said-no.ts';

export type BarPorts = SaidNoPorts & Pick<Ports, 'directory' | 'clock' | 'journal'>;

/** The number and what is to be noted of it; without a task it is about all. */
export type NumberWish = { number: string } & Omit<DoNotCallEntry, 'kind' | 'at'>;

export interface NumberChange {
  /** Whether the record did not say so before. */
  isNew: boolean;
  /** How many rows were changed. */
  rows: number;
}

/**
 * Notes that the customer said no, and sets every row with the number to 14 at once: a call that is
 * prepared for one of them is withdrawn when its record comes. Repeating it completes what a try
 * before it left, and adds nothing.
 */
export async function barNumber(ports: BarPorts, wish: NumberWish): Promise<NumberChange> {
  const { number, task } = wish;
  if (await wasLiftedSince(ports, wish)) return { isNew: false, rows: 0 };
  const isNew = await addEntry(ports, { kind: 'added', wish });
  const found = await rowsInScope(ports, number, task);
  const changed = await Promise.all(found.map(({ row }) => barRow(ports, row)));
  return noted(ports, 'number barred', { wish, isNew, changed });
}

/** A form that is sent again must not undo what a supervisor did since. */
async function wasLiftedSince(
  { doNotCall }: BarPorts,
  { number, task, door, attempt }: NumberWish,
): Promise<boolean> {
  if (attempt === undefined || (door !== 'form' && door !== 'keypad')) return false;
  const record = await doNotCall.find(number);
  return isHeard(record, attempt) && isNews(record, { kind: 'added', task });
}

/**
 * Lifts what was said of the number, for the task or for all, and frees its rows at 14, whoever set
 * them so: a person lifts it. One stays at 14 while the list says so for its own task, or for all.
 */
export async function liftNumber(ports: BarPorts, wish: NumberWish): Promise<NumberChange> {
  const found = await rowsInScope(ports, wish.number, wish.task);
  const barred = found.filter(({ row }) => isDoNotCall(row));
  const isNew = await addEntry(ports, {
    kind: 'lifted',
    wish,
    freesRows: barred.length > 0,
  });
  const record = await ports.doNotCall.find(wish.number);
  const free = barred.filter(({ task }) => entryAgainst(record, task.id) === undefined);
  const changed = await Promise.all(free.map(({ row }) => freeRow(ports, row)));
  return noted(ports, 'number lifted', { wish, isNew, changed });
}

interface NewEntry {
  kind: DoNotCallEntry['kind'];
  wish: NumberWish;
  /** Then it is noted also where the record does not bar the number: a row did. */
  freesRows?: boolean;
}

/** Adds the entry where it is news. Others who write the record at the same time are read again. */
async function addEntry(
  { doNotCall, clock }: BarPorts,
  { kind, wish: { number, ...said }, freesRows }: NewEntry,
): Promise<boolean> {
  const entry: DoNotCallEntry = { kind, at: clock.now(), ...said };
  for (;;) {
    const seen = await doNotCall.find(number);
    if (!isNews(seen, entry) && !freesRows) return false;
    const record = { number, entries: [...(seen?.entries ?? []), entry] };
    if (await doNotCall.put(record, seen)) return true;
  }
}

async function rowsInScope(
  ports: BarPorts,
  number: string,
  task: string | undefined,
): Promise<RowOfTask[]> {
  const all = await ports.directory.tasks();
  const tasks = task === undefined ? all : all.filter(({ id }) => id === task);
  return rowsOfNumber(ports, tasks, number);
}

function noted(
  { journal }: BarPorts,
  event: string,
  { wish, isNew, changed }: { wish: NumberWish; isNew: boolean; changed: boolean[] },
): NumberChange {
  const rows = changed.filter(Boolean).length;
  journal.note(event, { door: wish.door, task: wish.task, isNew, rows });
  return { isNew, rows };
}
