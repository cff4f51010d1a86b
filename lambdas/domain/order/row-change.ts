import type { AttemptId } from '../attempt/attempt.ts';
import { fromIso, type Instant, toIso } from '../basics/instant.ts';
import {
  type Apology,
  type Columns,
  type Delay,
  delays,
  type FinalStatus,
  type OrderFields,
  type OwnColumns,
  Status,
} from '../row/row.ts';
import type { OrderProblem } from './order-problem.ts';
import { problemColumns } from './stored-problem.ts';

/**
 * The ways in which the system changes a row. Each sets the public columns and the copy of them
 * (`_order`) in one write, so that the stream's record of our own write reads as unchanged.
 */
export type RowChange =
  | {
      kind: 'order';
      dueAt: Instant;
      fields: OrderFields;
      promisedAt: Instant;
      /** The instant that a person promised; where it is left out, `dueAt` is a new promise. */
      promisedFor?: Instant | undefined;
      dialledAt?: Instant | undefined;
      delayedBy?: Delay | undefined;
      putOffBy?: string | undefined;
      waiting?: Waiting | undefined;
      /** Why the last try came to nothing, where a person must put something right. */
      problem?: OrderProblem | undefined;
    }
  | { kind: 'clear' }
  | {
      kind: 'refuse';
      problem: OrderProblem;
      mark: string;
      order?: OrderFields;
      isBarredByNumber?: true;
    }
  | {
      kind: 'serve';
      attempt: AttemptId;
      fields: OrderFields;
      at: Instant;
      /** Since when the order is not any more what was claimed. */
      changedAt?: Instant;
      /** Called before the instant of its next try: the columns say when. */
      isMoved?: boolean;
    }
  | { kind: 'finish'; status: FinalStatus; problem?: OrderProblem }
  /** To 14, because of what is known of the number. */
  | { kind: 'bar'; timeZone: string | undefined; problem?: OrderProblem | undefined }
  /** Only this: the order stays as it is. Undefined where no text was sent after all. */
  | { kind: 'apologise'; apology: Apology | undefined }
  /** Back to 10 as others wrote it while it was in service; `taken` is the order before that. */
  | { kind: 'reopen'; taken: OrderFields; changedAt?: Instant | undefined };

/** A due call that nobody was free for: since when, and for whom (`operator:id` or `task:id`). */
export interface Waiting {
  since: Instant;
  for: string;
}

export interface ColumnChange {
  set: Columns;
  remove: readonly string[];
}

const ownColumns = [
  '_order',
  '_due_at',
  '_promised_at',
  '_promised_for',
  '_dialled_at',
  '_delayed_by',
  '_put_off_by',
  '_changed_at',
  '_attempt',
  '_problem',
  '_problem_code',
  '_refused',
  '_waiting_since',
  '_waiting_for',
  '_barred_by',
];

export function columnChange(change: RowChange): ColumnChange {
  switch (change.kind) {
    case 'order':
      return write(ordered(change), ['callaftermin']);
    case 'clear':
      return write({}, []);
    case 'refuse':
      return write(refused(change), []);
    case 'serve':
      return write(serving(change), []);
    case 'finish':
      return write(finished(change), ['callaftermin', 'date_callback', 'time_callback']);
    case 'bar':
      return write(barred(change), ['callaftermin', 'date_callback', 'time_callback']);
    case 'reopen':
      return write(reopened(change), []);
    case 'apologise':
      return apologising(change);
    default:
      return change satisfies never;
  }
}

/** What is ours and not set is removed: no leftovers of an earlier state. */
function write(set: Record<string, unknown>, remove: string[]): ColumnChange {
  const stale = [...remove, ...ownColumns].filter((name) => set[name] === undefined);
  const present = Object.entries(set).filter(([, value]) => value !== undefined);
  const gone = 'status' in set && set.status === undefined ? ['status'] : [];
  return { set: Object.fromEntries(present), remove: [...gone, ...stale] };
}

/** An order is forgotten with the refusal of another, unless it is the ban that stands. */
function refused(change: RowChange & { kind: 'refuse' }): Record<string, unknown> {
  return {
    ...problemColumns(change.problem),
    _refused: change.mark,
    _order: change.order,
    _barred_by: change.isBarredByNumber && byNumber,
  };
}

function ordered(change: RowChange & { kind: 'order' }): Record<string, unknown> {
  return {
    status: Status.callAtPromise,
    date_callback: change.fields.date_callback,
    time_callback: change.fields.time_callback,
    _order: change.fields,
    _due_at: toIso(change.dueAt),
    _promised_at: toIso(change.promisedAt),
    _promised_for: toIso(change.promisedFor ?? change.dueAt),
    _dialled_at: iso(change.dialledAt),
    _delayed_by: change.delayedBy,
    _put_off_by: change.putOffBy,
    _waiting_since: change.waiting && toIso(change.waiting.since),
    _waiting_for: change.waiting?.for,
    ...problemColumns(change.problem),
  };
}

function serving(change: RowChange & { kind: 'serve' }): Record<string, unknown> {
  const { date_callback, time_callback } = change.fields;
  return {
    ...(change.isMoved && { date_callback, time_callback }),
    status: Status.inService,
    date_call: toIso(change.at),
    _order: { ...change.fields, status: String(Status.inService) },
    _attempt: change.attempt,
    _changed_at: iso(change.changedAt),
  };
}

function iso(at: Instant | undefined): string | undefined {
  return at === undefined ? undefined : toIso(at);
}

/** What differs from the copy is then judged as any other write. */
function reopened({ taken, changedAt }: RowChange & { kind: 'reopen' }): Record<string, unknown> {
  const status = Status.callAtPromise;
  return {
    status,
    _order: { ...taken, status: String(status) },
    _changed_at: iso(changedAt),
  };
}

function finished({ status, problem }: RowChange & { kind: 'finish' }): Record<string, unknown> {
  return {
    status,
    _order: status === undefined ? undefined : { status: String(status) },
    ...problemColumns(problem),
  };
}

/** The row itself says nothing: its number is on the do-not-call list, or another row with it is at 14. */
const byNumber = 'number';

function barred({ timeZone, problem }: RowChange & { kind: 'bar' }): Record<string, unknown> {
  const order: OrderFields = { status: String(Status.doNotCall) };
  if (timeZone !== undefined) order.time_zone = timeZone;
  const mark = { status: Status.doNotCall, _order: order, _barred_by: byNumber };
  return { ...mark, ...problemColumns(problem) };
}

function apologising({ apology }: RowChange & { kind: 'apologise' }): ColumnChange {
  if (apology === undefined) return { set: {}, remove: ['_apology'] };
  return { set: { _apology: { ...apology, for: toIso(apology.for) } }, remove: [] };
}

/** `for` as ISO text, so that people can read it in the table. */
function readApology(value: unknown): Apology | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { for: promise, text } = value as Record<string, unknown>;
  const at = fromIso(promise);
  if (at === undefined) return undefined;
  return typeof text === 'string' ? { for: at, text } : { for: at };
}

const instants = {
  dueAt: '_due_at',
  promisedAt: '_promised_at',
  promisedFor: '_promised_for',
  dialledAt: '_dialled_at',
  changedAt: '_changed_at',
  waitingSince: '_waiting_since',
} as const;

/** Reads the system's own columns; what an outside writer made of them is not trusted to have a shape. */
export function readOwn(columns: Columns): OwnColumns {
  const own: OwnColumns = {};
  const order = columns._order;
  if (typeof order === 'object' && order !== null) own.order = order as OrderFields;
  for (const [name, column] of Object.entries(instants)) {
    const at = fromIso(columns[column]);
    if (at !== undefined) own[name as keyof typeof instants] = at;
  }
  const delay = delays.find((it) => it === columns._delayed_by);
  if (delay !== undefined) own.delayedBy = delay;
  if (typeof columns._put_off_by === 'string') own.putOffBy = columns._put_off_by;
  if (typeof columns._attempt === 'string') own.attempt = columns._attempt;
  if (typeof columns._problem === 'string') own.problem = columns._problem;
  if (typeof columns._problem_code === 'string') own.problemCode = columns._problem_code;
  if (typeof columns._refused === 'string') own.refused = columns._refused;
  if (columns._barred_by === byNumber) own.isBarredByNumber = true;
  const apology = readApology(columns._apology);
  if (apology !== undefined) own.apology = apology;
  if (typeof columns._waiting_for === 'string') own.waitingFor = columns._waiting_for;
  return own;
}
