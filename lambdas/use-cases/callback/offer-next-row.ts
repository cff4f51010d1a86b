import type { OperatorLine } from '../../domain/attempt/attempt.ts';
import { longestDelay, ringAtOf } from '../../domain/attempt/dial-timing.ts';
import { type LockKey, operatorLock } from '../../domain/attempt/lock.ts';
import { second, upToWholeSecond } from '../../domain/basics/instant.ts';
import { dueAtOf, type RowKey, rowId } from '../../domain/row/row.ts';
import type { Operator } from '../../domain/task/task.ts';
import { bookNow, type DueRow } from '../promises/book-row.ts';
import { type CallableRow, callable } from './callable-row.ts';
import { isReleased, membersOf, ownerOf, triedNow } from './find-operator.ts';
import { findStaff, reachable } from './find-staff.ts';
import { claimFor, type ServeRowPorts } from './serve-row.ts';
import { submitCall } from './submit-call.ts';
import { giveBack, openLine, takeSlot } from './take-slot.ts';

export type OfferPorts = ServeRowPorts;

/**
 * An operator is free: they are given the call that waits longest for them, or for anyone of their
 * tasks. One that cannot be made now is passed over, until one is made or none is left.
 */
export async function offerNextRow(ports: OfferPorts, operator: LockKey): Promise<void> {
  const { attempts, clock, dialQueue } = ports;
  const [lock] = await attempts.locks([operator]);
  if (lock !== undefined) {
    if (lock.freeAt === undefined) return;
    const left = lock.freeAt - clock.now();
    if (left > 0) return dialQueue.send({ kind: 'offer', operator }, secondsAfter(left));
  }
  const line = await lineOfLock(ports, operator);
  if (line === undefined) return;
  const passedOver = new Set<string>();
  for (let most = fewestLooked; most <= mostLooked; most *= 4) {
    const waiting = await longestWaiting(ports, operator, most);
    const others = waiting.filter((key) => !passedOver.has(rowId(key)));
    if (others.length === 0) return;
    for (const key of others) {
      if (await offerRow(ports, key, line)) return;
      passedOver.add(rowId(key));
    }
  }
}

/** Whole seconds, so that the wait is over then. */
function secondsAfter(milliseconds: number): number {
  return Math.ceil(Math.min(milliseconds, longestDelay) / second);
}

/** Where the operator is rung now; undefined when they cannot be reached. */
async function lineOfLock(ports: OfferPorts, operator: LockKey): Promise<OperatorLine | undefined> {
  const name = operator.slice('operator:'.length);
  const known = (await ports.directory.operators()).find(({ id }) => id === name);
  const { lines } = await (known
    ? findStaff(ports, [known])
    : reachable(ports, [{ address: name }]));
  return lines[0];
}

/**
 * Operators who become free at once find the same rows: what one has taken, the next passes over. More of
 * a line are looked at only where none of those could be called: their task may be paused.
 */
const fewestLooked = 25;
const mostLooked = 400;

async function longestWaiting(
  { rows, directory }: OfferPorts,
  operator: LockKey,
  most: number,
): Promise<RowKey[]> {
  const tasks = await directory.tasks();
  const theirs = tasks.filter((task) => task.operators.some((id) => operator === `operator:${id}`));
  const lines = [operator, ...theirs.map(({ id }) => `task:${id}`)];
  const found = await Promise.all(lines.map((who) => rows.waitingFor(who, most)));
  return found
    .flat()
    .sort((a, b) => a.since - b.since)
    .map(({ key }) => key);
}

/** True when the operator has a call, or the row waits for its slot only. */
async function offerRow(ports: OfferPorts, key: RowKey, line: OperatorLine): Promise<boolean> {
  const call = await waitingRow(ports, key, line);
  if (call === undefined) return false;
  const permit = await takeSlot(ports, 'newcomer');
  if (permit.kind === 'wait') {
    await bookNow(ports, key);
    await openLine(ports, permit.until);
    return true;
  }
  const { task, dueAt } = call;
  const owner = ownerOf(call, await ports.directory.operators());
  const isForAnybody = owner === undefined || operatorLock(owner) !== operatorLock(line);
  const claimed = await claimFor(ports, call, { operator: line, isForAnybody });
  if (claimed.kind !== 'claimed') {
    await giveBack(ports, permit.slot);
    return claimed.kind === 'operator-taken';
  }
  const [startAt, ringAt] = [ports.clock.now(), ringAtOf(dueAt, task)];
  await submitCall(ports, { attempt: claimed.attempt, task, startAt, ringAt });
  return true;
}

/**
 * The row, if it still waits for this operator and may be called now, or as soon as it was promised: it
 * waits since then, though nobody was free when an operator should have been rung.
 */
async function waitingRow(
  ports: OfferPorts,
  key: RowKey,
  line: OperatorLine,
): Promise<Omit<CallableRow, 'by'> | undefined> {
  const row = await ports.rows.get(key);
  const task = await ports.directory.task(key.task);
  const since = row?.own.waitingSince;
  if (!row || !task || task.paused !== undefined) return undefined;
  if (since === undefined || dueAtOf(row) === undefined) return undefined;
  const operators = await ports.directory.operators();
  if (!mayTake(ports, { row, task, dueAt: since }, { line, operators })) return undefined;
  const dueAt = upToWholeSecond(Math.max(ports.clock.now(), since));
  const call = await callable(ports, { row, task, dueAt });
  return call && !triedNow(ports, call).has(operatorLock(line)) ? call : undefined;
}

/** The row may name another operator by now than the one it was put to wait for. */
function mayTake(
  ports: OfferPorts,
  due: DueRow,
  { line, operators }: { line: OperatorLine; operators: readonly Operator[] },
): boolean {
  const owner = ownerOf(due, operators);
  if (owner !== undefined && operatorLock(owner) === operatorLock(line)) return true;
  const isMember = membersOf(due.task, operators).some(({ id }) => id === line.id);
  const isReleasedToAll =
    due.row.own.waitingFor === `task:${due.task.id}` && isReleased(ports, due);
  return isMember && (owner === undefined || isReleasedToAll);
}
