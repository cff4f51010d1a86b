import { fromIso, type Instant, second, toIso } from '../basics/instant.ts';
import type { StoredProblem } from '../order/stored-problem.ts';
import { readEditedBy } from '../row/edited-by.ts';
import {
  asksForCall,
  dueAtOf,
  isPublic,
  orderColumns,
  type Row,
  Status,
  statusOf,
  textOf,
} from '../row/row.ts';

/**
 * What a write meant for its row. An outside writer's order is told of when it has been judged,
 * by the write that takes or refuses it. Instants are ISO texts; values of columns are not kept.
 */
export type RowEvent = {
  at: string;
  /** Who did it through the API, by their id. */
  by?: string;
} & RowHappening;

export type RowHappening =
  | { kind: 'created' }
  | { kind: 'deleted' }
  /** `again`: the promise of an earlier call stands again, or its retry was booked. */
  | { kind: 'promised'; for: string; again?: true }
  /**
   * Where nobody promised another time, `because` the zone, or its rules, changed under the clock time, or
   * a rule of the gate put the call off, by its code.
   */
  | { kind: 'moved'; from: string; to: string; because?: 'zone'; putOffBy?: string }
  /** It was due and nobody was free: tried again at `to`, or as soon as somebody is. */
  | { kind: 'waits-for-operator'; to: string }
  | { kind: 'cancelled' }
  | ({ kind: 'refused' } & StoredProblem)
  | { kind: 'in-service'; attempt: string }
  | ({ kind: 'ended'; status?: number } & StoredProblem)
  /** A text was sent to the customer: for which promise, and the network's id of it. */
  | { kind: 'apologised'; for: string; text: string }
  | { kind: 'edited'; columns: string[] };

export const rowEventKinds = [
  'created',
  'promised',
  'moved',
  'cancelled',
  'refused',
  'waits-for-operator',
  'in-service',
  'ended',
  'apologised',
  'edited',
  'deleted',
] as const satisfies readonly RowHappening['kind'][];

export function rowEvents(
  before: Row | undefined,
  after: Row | undefined,
  at: Instant,
): RowEvent[] {
  const by = editorOf(before, after);
  return happenings(before, after).map((happening) => ({
    at: toIso((happening.kind === 'in-service' && calledAt(after)) || at),
    ...(by !== undefined && { by }),
    ...happening,
  }));
}

/** An order is judged as of when it was written, which the stream tells to the second. */
const sameWriteWithin = 2 * second;

/** Who made the write; or, of the write that takes an order, who wrote the order. */
function editorOf(before: Row | undefined, after: Row | undefined): string | undefined {
  const edited = after && readEditedBy(after.columns);
  if (after === undefined || edited === undefined) return undefined;
  if (after.columns._by !== before?.columns._by) return edited.by;
  const { promisedAt } = after.own;
  const isNewPromise = promisedAt !== undefined && promisedAt !== before?.own.promisedAt;
  const isOfEdit = isNewPromise && Math.abs(promisedAt - edited.at) <= sameWriteWithin;
  return isOfEdit ? edited.by : undefined;
}

/** The stream tells the second of a write; of a call the row itself tells the instant. */
function calledAt(row: Row | undefined): Instant | undefined {
  return fromIso(row?.columns.date_call);
}

function happenings(before: Row | undefined, after: Row | undefined): RowHappening[] {
  if (after === undefined) return before === undefined ? [] : [{ kind: 'deleted' }];
  const changes = before === undefined ? [{ kind: 'created' } as const] : edits(before, after);
  const first: RowHappening[] = [...changes, ...apologies(before, after)];
  const course = orderCourse(before, after);
  return course === undefined ? first : [...first, course];
}

function apologies(before: Row | undefined, { own }: Row): RowHappening[] {
  const { text, for: promise } = own.apology ?? {};
  if (text === undefined || promise === undefined) return [];
  if (text === before?.own.apology?.text) return [];
  return [{ kind: 'apologised', for: toIso(promise), text }];
}

const notEdited = new Set<string>([...orderColumns, 'date_call']);

function edits(before: Row, after: Row): RowHappening[] {
  const names = new Set([...Object.keys(before.columns), ...Object.keys(after.columns)]);
  const columns = [...names].filter(
    (name) =>
      isPublic(name) &&
      !notEdited.has(name) &&
      textOf(before.columns[name]) !== textOf(after.columns[name]),
  );
  return columns.length === 0 ? [] : [{ kind: 'edited', columns: columns.sort() }];
}

/** What became of the row's order, if anything did. */
function orderCourse(before: Row | undefined, after: Row): RowHappening | undefined {
  const dueAt = dueAtOf(after);
  const refusal = newProblem(before, after);
  if (dueAt !== undefined && refusal === undefined) return promiseCourse(before, after, dueAt);
  const status = statusOf(after);
  if (status === Status.inService) return serviceCourse(before, after);
  if (isFinal(status) && status !== statusOf(before)) {
    return { kind: 'ended', status, ...refusal };
  }
  if (refusal !== undefined) return { kind: 'refused', ...refusal };
  return status === undefined ? endCourse(before, after) : undefined;
}

function newProblem(before: Row | undefined, after: Row): StoredProblem | undefined {
  const { problem, problemCode } = after.own;
  if (problem === undefined || problem === before?.own.problem) return undefined;
  return { problem, ...(problemCode !== undefined && { problemCode }) };
}

function promiseCourse(
  before: Row | undefined,
  after: Row,
  dueAt: Instant,
): RowHappening | undefined {
  const was = promisedBefore(before);
  if (was === dueAt) return undefined;
  const to = toIso(dueAt);
  if (after.own.waitingSince !== undefined) return { kind: 'waits-for-operator', to };
  if (was !== undefined) {
    const { putOffBy } = after.own;
    const why = isRetimed(before, after) ? zoneChanged : putOffBy && { putOffBy };
    return { kind: 'moved', from: toIso(was), to, ...why };
  }
  return { kind: 'promised', for: to, ...(isOldPromise(after) && { again: true as const }) };
}

const zoneChanged = { because: 'zone' } as const;

/** One and the same promise stands for another instant. */
function isRetimed(before: Row | undefined, after: Row): boolean {
  const { promisedAt, promisedFor } = after.own;
  const isSame = promisedAt !== undefined && promisedAt === before?.own.promisedAt;
  return isSame && promisedFor !== before.own.promisedFor;
}

/** The instant that was taken last, also while a newer order of the writer's is not judged yet. */
function promisedBefore(before: Row | undefined): Instant | undefined {
  const isWaiting = asksForCall(before);
  const wasTaken = Number(before?.own.order?.status) === Status.callAtPromise;
  return isWaiting && wasTaken ? before?.own.dueAt : undefined;
}

/** A promise that is older than the row's last call was not made after it. */
function isOldPromise({ columns, own }: Row): boolean {
  const lastCall = Date.parse(textOf(columns.date_call) ?? '');
  return own.promisedAt !== undefined && own.promisedAt <= lastCall;
}

function serviceCourse(before: Row | undefined, after: Row): RowHappening | undefined {
  const { attempt } = after.own;
  if (attempt === undefined || attempt === before?.own.attempt) return undefined;
  return { kind: 'in-service', attempt };
}

/** The end of a call takes its attempt off the row; a writer who cancels leaves it there. */
function endCourse(before: Row | undefined, after: Row): RowHappening | undefined {
  const was = statusOf(before);
  if (was === Status.inService) {
    return after.own.attempt === undefined ? { kind: 'ended' } : { kind: 'cancelled' };
  }
  return was === Status.callAtPromise ? { kind: 'cancelled' } : undefined;
}

function isFinal(status: number | undefined): status is number {
  return (
    status === Status.callbackSucceeded ||
    status === Status.attemptsUsedUp ||
    status === Status.doNotCall
  );
}
