import { missedInARow } from '../../domain/attempt/responding.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import { startOfDay, startOfNextDay } from '../../domain/basics/local-time.ts';
import { problemCodeOf } from '../../domain/order/stored-problem.ts';
import { dueAtOf, rowId } from '../../domain/row/row.ts';
import { isAtWork } from '../../domain/task/operator-line.ts';
import type { Operator, Task } from '../../domain/task/task.ts';
import { taskZone } from '../../domain/task/task-zone.ts';
import { ownerOf } from '../../domain/views/index-entries.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Whose } from '../../ports/records/views.ts';
import type { StoredRow } from '../../ports/rows/rows.ts';
import { overduePromises } from './list-overdue.ts';
import { placeAfter, readPlace } from './list-place.ts';

export type PromisePorts = Pick<Ports, 'views' | 'rows' | 'attempts' | 'directory' | 'clock'>;

/** Promised for an operator at any of their addresses, and for anybody of their tasks; overdue ones too. */
export async function promisesFor(
  ports: PromisePorts,
  { operator, tasks, limit }: { operator: Operator; tasks: readonly Task[]; limit: number },
): Promise<StoredRow[]> {
  const owners = new Set<string>([...operator.addresses, 'anybody']);
  const listed = await Promise.all(
    tasks.map(async (task) => {
      const whose: Whose = [...owners];
      const { promises } = await ports.views.promisedFor(task.id, whose, { limit });
      const rows = await ports.rows.getMany(promises.map(({ key }) => key));
      return rows.filter((row) => owners.has(ownerOf(row, task.country)));
    }),
  );
  return earliestFirst(listed.flat()).slice(0, limit);
}

/** `missed`: later than the task's grace, so that a person decides; they are among `problem` too. */
export type Which =
  | 'today'
  | 'overdue'
  | 'missed'
  | 'orphaned'
  | 'problem'
  | 'upcoming'
  /** Promised for one operator. */
  | 'owned';

export interface PromiseQuestion {
  which: Which;
  tasks: readonly Task[];
  /** Of `owned`. */
  operator?: Operator | undefined;
  cursor?: string | undefined;
}

export interface PromisePage {
  rows: StoredRow[];
  cursor?: string;
}

const pageSize = 100;

/** Promised calls of these tasks, as supervisors ask for them. */
export function listPromises(ports: PromisePorts, question: PromiseQuestion): Promise<PromisePage> {
  switch (question.which) {
    case 'problem':
    case 'missed':
      return rowsInTrouble(ports, question);
    case 'overdue':
      return overduePromises(ports, question);
    default:
      return promises(ports, question);
  }
}

/**
 * The first of several tasks are the first of all. A page begins at the instant of the last row of the
 * page before, and passes over as many rows as that page showed of the instant.
 */
async function promises(ports: PromisePorts, question: PromiseQuestion): Promise<PromisePage> {
  const { which, tasks, cursor } = question;
  const place = readPlace(cursor);
  const limit = pageSize + place.passed;
  const whose = await ownersOf(ports, question);
  const listed = await Promise.all(
    tasks.map(async (task) => {
      const span = spanOf(which, task, ports.clock.now());
      const from = Math.max(span.from ?? place.from, place.from);
      const page = { ...span, from: Number.isFinite(from) ? from : undefined, limit };
      return (await ports.views.promisedFor(task.id, whose, page)).promises;
    }),
  );
  const sorted = listed.flat().sort((a, b) => a.dueAt - b.dueAt || compareNames(a, b));
  const shown = sorted.slice(place.passed, limit);
  const rows = await ports.rows.getMany(shown.map(({ key }) => key));
  const next = shown.length < pageSize ? undefined : placeAfter(sorted.slice(0, limit));
  const page = earliestFirst(rows.filter((row) => isStillOf(row, question)));
  return next === undefined ? { rows: page } : { rows: page, cursor: next };
}

async function ownersOf(ports: PromisePorts, { which, operator }: PromiseQuestion): Promise<Whose> {
  if (which === 'owned') return operator?.addresses ?? [];
  return which === 'orphaned' ? orphans(ports) : 'everybody';
}

/** A list follows its rows a moment later. */
function isStillOf(row: StoredRow, { which, tasks, operator }: PromiseQuestion): boolean {
  if (which !== 'owned') return true;
  const country = tasks.find(({ id }) => id === row.key.task)?.country ?? '';
  return operator?.addresses.includes(ownerOf(row, country)) === true;
}

function compareNames(a: { key: StoredRow['key'] }, b: { key: StoredRow['key'] }): number {
  return rowId(a.key) < rowId(b.key) ? -1 : 1;
}

function spanOf(which: Which, task: Task, now: Instant): { from?: Instant; to?: Instant } {
  switch (which) {
    case 'today':
      return { from: startOfDay(now, taskZone(task)), to: startOfNextDay(now, taskZone(task)) };
    case 'upcoming':
      return { from: now };
    default:
      return {};
  }
}

const lockPrefix = 'operator:'.length;

/** Addresses of operators who are away, gone or not responding, and others that let calls ring. */
async function orphans({ directory, attempts }: PromisePorts): Promise<string[]> {
  const operators = await directory.operators();
  const missing = (await attempts.missing(missedInARow)).map(({ key }) => key.slice(lockPrefix));
  const silent = new Set(missing);
  const lost = operators.filter((it) => !isAtWork(it) || silent.has(it.id));
  return [...lost.flatMap(({ addresses }) => addresses), ...missing];
}

/** By task, then by Id. */
async function rowsInTrouble(
  { views, rows }: PromisePorts,
  { which, tasks, cursor }: PromiseQuestion,
): Promise<PromisePage> {
  const [, fromTask = '', fromId = '0'] = /^([\w-]+) (\d+)$/.exec(cursor ?? '') ?? [];
  const found: StoredRow['key'][] = [];
  for (const { id } of tasks) {
    if (id < fromTask || found.length >= pageSize) continue;
    const after = id === fromTask ? Number(fromId) : undefined;
    found.push(...(await views.problems(id, after, pageSize - found.length)));
  }
  const last = found.length < pageSize ? undefined : found.at(-1);
  const read = await rows.getMany(found);
  const page = read.filter(({ own }) =>
    which === 'missed' ? problemCodeOf(own) === 'missed' : own.problem !== undefined,
  );
  return last === undefined ? { rows: page } : { rows: page, cursor: `${last.task} ${last.Id}` };
}

function earliestFirst(rows: readonly StoredRow[]): StoredRow[] {
  const dueAt = (row: StoredRow) => dueAtOf(row) ?? Number.POSITIVE_INFINITY;
  return [...rows].filter((row) => dueAtOf(row) !== undefined).sort((a, b) => dueAt(a) - dueAt(b));
}
