import { type Attempt, isOperatorMissed, type OperatorLine } from '../../domain/attempt/attempt.ts';
import { claimLead, releasedAt, ringAtOf } from '../../domain/attempt/dial-timing.ts';
import { type LockKey, operatorLock } from '../../domain/attempt/lock.ts';
import { idleLongestFirst, pickOperator } from '../../domain/attempt/pick-operator.ts';
import { type Instant, minute, second } from '../../domain/basics/instant.ts';
import { toAddress } from '../../domain/basics/phone-number.ts';
import { textOf } from '../../domain/row/row.ts';
import { lineOf } from '../../domain/task/operator-line.ts';
import type { Operator, Task } from '../../domain/task/task.ts';
import type { Ports } from '../../ports/ports.ts';
import type { DueRow } from '../promises/book-row.ts';
import { findStaff, reachable, type Staff, type StaffPorts } from './find-staff.ts';

export interface Choice {
  /** Whom to ring; undefined when nobody is free. */
  operator: OperatorLine | undefined;
  /** Whoever of these becomes free may take the row. */
  awaited: OperatorLine[];
  /** What the row waits for when none of them is free. */
  waitingFor: string;
  isForAnybody: boolean;
}

export type FindPorts = StaffPorts & Pick<Ports, 'rateCounter'>;

/** A row that is due, with its attempts so far. */
export type SoughtRow = DueRow & { history: readonly Attempt[] };

/**
 * The operator whom the row names, where they say they are; else one of the task's: the longest idle, or
 * while other rows are being given away another for each of them.
 *
 * @param tries how often the row lost an operator to another: one is chosen anew, by what is so now
 */
export async function chooseOperator(
  ports: FindPorts,
  sought: SoughtRow,
  tries: number,
): Promise<Choice> {
  const operators = await ports.directory.operators();
  const owner = ownerOf(sought, operators);
  if (owner === undefined) return chooseAnybody(ports, sought, { operators, tries });
  const known = operators.filter(({ id }) => id === owner.id);
  const { lines, locks } = await (owner.id === undefined
    ? reachable(ports, [owner])
    : findStaff(ports, known));
  if (lines.length === 0 && isReleased(ports, sought)) {
    return chooseAnybody(ports, sought, { operators, tries });
  }
  const [operator] = tries === 0 ? idleLongestFirst(lines, locks, ports.clock.now()) : [];
  return { operator, awaited: lines, waitingFor: operatorLock(owner), isForAnybody: false };
}

/** Whom the row names, where they are rung: a registered operator where they say they are. */
export function ownerOf(
  { row, task }: Pick<DueRow, 'row' | 'task'>,
  operators: readonly Operator[],
): OperatorLine | undefined {
  const named = textOf(row.columns.operator_number);
  if (named === undefined) return undefined;
  const address = toAddress(named, task.country) ?? named;
  const known = operators.find((it) => it.addresses.includes(address));
  return known === undefined ? { address } : { id: known.id, address: lineOf(known) };
}

/** Nobody was there for it so long that it goes to others. */
export function isReleased({ clock }: Pick<Ports, 'clock'>, { row, task, dueAt }: DueRow): boolean {
  return clock.now() >= releasedAt(row.own.waitingSince ?? dueAt, task);
}

/** Each is rung once in a round: whose phone brought nobody is left out until the operator retry. */
async function chooseAnybody(
  ports: FindPorts,
  sought: SoughtRow,
  { operators, tries }: { operators: readonly Operator[]; tries: number },
): Promise<Choice> {
  const { row, task } = sought;
  const tried = triedNow(ports, sought);
  const staff = await findStaff(ports, membersOf(task, operators));
  const lines = staff.lines.filter((line) => !tried.has(operatorLock(line)));
  const crowd = await lookAround(ports, sought, { lines, tries });
  const operator = pickOperator({ ...staff, ...crowd, lines, key: row.key.Id, tries });
  return { operator, awaited: lines, waitingFor: `task:${task.id}`, isForAnybody: true };
}

export function membersOf(task: Pick<Task, 'operators'>, operators: readonly Operator[]) {
  const ids = new Set(task.operators);
  return operators.filter(({ id }) => ids.has(id));
}

/**
 * Operators who were rung for the row in vain in this round. It ends when they are rung again: the
 * operator retry is the time until the customer is, and they are rung ahead of that.
 *
 * @param sought with all attempts that may have ended in this round: see `roundAttemptsSince`
 */
export function triedNow(
  ports: Pick<Ports, 'clock'>,
  { task, history }: Pick<SoughtRow, 'task' | 'history'>,
): ReadonlySet<LockKey> {
  const since = roundSince(ports, task);
  const isRecent = ({ facts }: Attempt) => (facts.settled?.at ?? 0) > since;
  const tried = history.filter((it) => isRecent(it) && isOperatorMissed(it));
  return new Set(tried.map(({ operator }) => operatorLock(operator)));
}

function roundSince(
  { clock }: Pick<Ports, 'clock'>,
  { operatorRetrySeconds, ringAheadSeconds }: Task,
): Instant {
  return clock.now() - Math.max(operatorRetrySeconds - ringAheadSeconds, 1) * second;
}

/** What is known of an attempt's end is known this long after the ring time, in milliseconds. */
const latestEnd = 2 * minute;

/** No attempt that ended in this round was claimed before: with many operators it may be a long one. */
export function roundAttemptsSince(ports: Pick<Ports, 'clock'>, task: Task): Instant {
  return roundSince(ports, task) - task.operatorRingSeconds * second - latestEnd;
}

/** Calls that are sent more slowly than this come one by one: nobody gets into anybody's way. */
const oneByOne = 20;

/** How long the turns of rows that are given away at once are counted, in seconds. */
const turnPeriod = 4;

/** Rows that were due at once share their turns this long, however many of them there are, in milliseconds. */
const longestCrowd = minute;

/** How many rows are looking for one of the operators in these seconds. */
async function lookAround(
  { directory, clock, rateCounter }: FindPorts,
  { task, dueAt }: DueRow,
  { lines, tries }: { lines: OperatorLine[]; tries: number },
): Promise<{ now: number; turn: number; since: number }> {
  const { callsPerSecond } = await directory.account();
  const now = clock.now();
  const claimAt = ringAtOf(dueAt, task) - claimLead;
  const at = now - claimAt < longestCrowd ? Math.min(claimAt, now) : now;
  const since = Math.floor(at / (turnPeriod * second)) * turnPeriod * second;
  const isCrowd = lines.length > 1 && (callsPerSecond ?? oneByOne) >= oneByOne && tries === 0;
  const period = { seconds: turnPeriod, at };
  const turn = isCrowd ? await rateCounter.add(`turn:${task.id}`, 1, period) : 1;
  return { now, turn, since };
}

/** Those of the task who are free, the longest idle first. */
export async function freeStaff(
  ports: StaffPorts,
  task: Pick<Task, 'operators'>,
): Promise<OperatorLine[]> {
  const operators = membersOf(task, await ports.directory.operators());
  const { lines, locks }: Staff = await findStaff(ports, operators);
  return idleLongestFirst(lines, locks, ports.clock.now());
}

/** What an index does not show after this long was not written when it was asked, in milliseconds. */
const indexLag = second;

/**
 * One who became free while the row was being put to wait, or whose offer asked an index that did not
 * show it yet, did not see it: they are offered it, as soon as the index shows it.
 */
export async function offerIfFree(
  ports: Pick<Ports, 'attempts' | 'clock' | 'dialQueue'>,
  lines: readonly OperatorLine[],
): Promise<void> {
  if (lines.length === 0 || (await offerToFree(ports, lines))) return;
  await ports.clock.sleepUntil(ports.clock.now() + indexLag);
  await offerToFree(ports, lines);
}

async function offerToFree(
  { attempts, clock, dialQueue }: Pick<Ports, 'attempts' | 'clock' | 'dialQueue'>,
  lines: readonly OperatorLine[],
): Promise<boolean> {
  const locks = await attempts.locks(lines.map(operatorLock));
  const now = clock.now();
  const free = locks.find(({ freeAt }) => freeAt !== undefined && freeAt <= now);
  if (free === undefined) return false;
  await dialQueue.send({ kind: 'offer', operator: free.key }, indexLag / second);
  return true;
}
