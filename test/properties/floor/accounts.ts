import { minute, second } from '../../../lambdas/domain/basics/instant.ts';
import {
  dueAtOf,
  type Row,
  type RowKey,
  rowId,
  Status,
  statusOf,
  textOf,
} from '../../../lambdas/domain/row/row.ts';
import type { Account, Promised } from './ledger.ts';
import type { Promises, Watched } from './promises.ts';

/** Order and call so near each other that the operator cannot be rung ahead of it. */
const shortNotice = 30 * second;

/** Problems that a good order may end with, where something was in its way. */
const excusable = ['missed', 'operator-refused', 'operator-unreachable'];

export interface AccountRules {
  isFaulty: boolean;
  isLimited: boolean;
  skew: number;
  /** Operators who never answer, or whose number is not called. */
  badAddresses: ReadonlySet<string>;
}

/** At the end: what became of every promise, and that nothing is held any more. */
export function closeAccounts(world: Watched, promises: Promises, rules: AccountRules): void {
  for (const [name, promised] of world.ledger.all()) {
    const account = accountOf(world, name, promised, rules);
    if (account === undefined) {
      const row = JSON.stringify(world.tables.rows.get(name)?.columns)?.slice(0, 900);
      const due = new Date(promised.dueAt).toISOString();
      const late = promised.dialledAt && promised.dialledAt - promised.dueAt;
      const what = late === undefined ? 'was not carried out' : `was ${late} ms late for no reason`;
      promises.violate(`1: the order of row ${name} for ${due} ${what}: ${row}`);
    } else world.ledger.close(name, account);
  }
  mustHoldNothing(world, promises, rules);
}

function accountOf(
  world: Watched,
  name: string,
  promised: Promised,
  rules: AccountRules,
): Account | undefined {
  if (promised.dialledAt !== undefined) return timeOf(promised, rules);
  const row = world.tables.rows.get(name);
  if (row === undefined) return 'withdrawn by its writer';
  const status = statusOf(row);
  if (status === Status.attemptsUsedUp) return 'attempts used up';
  if (isKept(world, name, promised)) return 'kept by another call';
  const code = textOf(row.own.problemCode)?.match(/"code":"([^"]+)"/)?.[1];
  const isExcused = rules.isFaulty || rules.isLimited || promised.reasons.size > 0;
  if (code === 'past' && rules.isFaulty) return 'problem: past'; // found by the patrol, hours later
  if (code !== undefined)
    return excusable.includes(code) && isExcused ? `problem: ${code}` : undefined;
  if (isForLater(world, row) && promised.reasons.has('rules')) return 'late: rules';
  const isWaiting = status === Status.callAtPromise && promised.reasons.has('operators');
  const named = textOf(row.columns.operator_number);
  if (isWaiting && named !== undefined && rules.badAddresses.has(named))
    return 'waits for an operator';
  return undefined;
}

/** A rule of the task, such as so many attempts a week, lets it wait longer than anybody watches. */
function isForLater({ now }: Watched, row: Row): boolean {
  return (dueAtOf(row) ?? 0) > now();
}

function timeOf(promised: Promised, rules: AccountRules): Account | undefined {
  const { dialledAt = 0, dueAt, madeAt, reasons } = promised;
  if (dialledAt - dueAt <= 3 * second + rules.skew) return 'on time';
  const [reason] = reasons;
  if (reason !== undefined) return `late: ${reason}`;
  if (dueAt - madeAt < shortNotice && dialledAt - dueAt < minute) return 'late: operators';
  if (rules.isLimited) return 'late: call limit';
  return rules.isFaulty ? 'late: faults' : undefined;
}

function isKept({ tables }: Watched, name: string, { madeAt }: Promised): boolean {
  const ids = tables.attemptsOf.get(name) ?? [];
  return ids.some((id) => {
    const attempt = tables.attempts.get(id);
    return (
      (attempt?.facts.settled?.at ?? 0) >= madeAt && attempt?.facts.settled?.outcome === 'reached'
    );
  });
}

function mustHoldNothing(world: Watched, promises: Promises, rules: AccountRules): void {
  const { tables } = world;
  for (const lock of tables.locks.values()) {
    if (lock.freeAt === undefined) promises.violate(`4: ${lock.key} stays held by ${lock.attempt}`);
  }
  for (const [name, row] of tables.rows) {
    if (textOf(row.columns._problem) !== undefined) continue;
    const status = statusOf(row);
    if (status === Status.inService) promises.violate(`4: row ${name} stays at 11`);
    const named = textOf(row.columns.operator_number) ?? '';
    const isAwaited = rules.badAddresses.has(named) && row.own.waitingSince !== undefined;
    if (status === Status.callAtPromise && !isAwaited && !isForLater(world, row)) {
      const columns = JSON.stringify(row.columns).slice(0, 900);
      promises.violate(`1: row ${name} stays at 10: ${columns}`);
    }
  }
}

/** Whoever is promised for a second is dialled in it, whatever happens to others. */
export function mustBeOnTime(world: Watched, promises: Promises, rows: readonly RowKey[]): void {
  for (const row of rows) {
    const promised = world.ledger.standing(row);
    if (promised === undefined) continue;
    const late = (promised.dialledAt ?? Number.POSITIVE_INFINITY) - promised.dueAt;
    if (late > second + world.faults.skew)
      promises.violate(`12: witness ${rowId(row)} is dialled ${late} ms late`);
  }
}
