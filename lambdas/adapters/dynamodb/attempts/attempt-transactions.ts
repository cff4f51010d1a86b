import type { Put } from '@aws-sdk/client-dynamodb';
import type { Attempt } from '../../../domain/attempt/attempt.ts';
import type { Fact } from '../../../domain/attempt/facts.ts';
import { locksOf } from '../../../domain/attempt/lock.ts';
import type { Instant } from '../../../domain/basics/instant.ts';
import type { RowChange } from '../../../domain/order/row-change.ts';
import type { Claim, Correction, Settlement } from '../../../ports/calls/attempts.ts';
import type { StoredRow } from '../../../ports/rows/rows.ts';
import { Expression } from '../client/expression.ts';
import type { TableNames } from '../client/table-names.ts';
import type { Parts } from '../client/transaction.ts';
import { checkUnchanged, updateIfServed, updateIfUnchanged } from '../rows/stored-row.ts';
import { attemptItem, factUpdate } from './attempt-item.ts';
import { leadTo } from './call-item.ts';
import { dropLock, freeLock, takeLock, takeOperatorLock } from './lock-item.ts';

type ClaimPart = 'row' | 'attempt' | 'numberLock' | 'operatorLock' | 'call';

export function claimParts(
  tables: TableNames,
  { attempt, row, change, at, call }: Claim,
): Parts<ClaimPart> {
  const keys = locksOf(attempt);
  return {
    ...(call && { call: { Put: leadTo(tables.locks, call, attempt) } }),
    row: { Update: updateIfUnchanged(tables.subscribers, row, change) },
    attempt: { Put: newAttempt(tables, attempt) },
    numberLock: { Put: takeLock(tables.locks, keys.number, attempt, at) },
    operatorLock: { Update: takeOperatorLock(tables.locks, keys.operator, { id: attempt.id, at }) },
  };
}

function newAttempt({ attempts: TableName, keepAttemptsDays }: TableNames, attempt: Attempt): Put {
  const expression = new Expression();
  return {
    TableName,
    Item: attemptItem(attempt, keepAttemptsDays),
    ConditionExpression: expression.absent('suffix'),
    ...expression.placeholders(),
  };
}

type PermissionPart = 'attempt' | 'row';

/** The locks are not looked at: the settlement alone frees them, so an open attempt holds them. */
export function permissionParts(
  tables: TableNames,
  { attempt, row, at }: { attempt: Attempt; row: StoredRow; at: Instant },
): Parts<PermissionPart> {
  const dialling = factUpdate(tables.attempts, {
    id: attempt.id,
    fact: { kind: 'dialling', at },
    needs: ['operatorReady'],
    unless: ['withdrawn', 'operatorDeferred', 'settled'],
  });
  return {
    attempt: { Update: dialling },
    row: { ConditionCheck: checkUnchanged(tables.subscribers, row) },
  };
}

type SettlementPart = 'attempt' | 'numberLock' | 'operatorLock' | 'row';

/** Without the row or a lock the rest still settles: those may have become somebody else's. */
export function settlementParts(tables: TableNames, settlement: Settlement): Parts<SettlementPart> {
  const { attempt, change, operatorFreeAt: freeAt, response } = settlement;
  const { id, facts } = attempt;
  const keys = locksOf(attempt);
  const parts: Parts<SettlementPart> = {
    attempt: { Update: settledUpdate(tables.attempts, settlement) },
    numberLock: { Delete: dropLock(tables.locks, keys.number, id) },
  };
  if (change !== undefined) {
    parts.row = { Update: updateIfServed(tables.subscribers, attempt, change) };
  }
  if (freeAt !== undefined && facts.operatorReleased === undefined) {
    const lock = { key: keys.operator, attempt: id };
    parts.operatorLock = { Update: freeLock(tables.locks, lock, { freeAt, response }) };
  }
  return parts;
}

function settledUpdate(table: string, settlement: Settlement) {
  const { attempt, settled, at, operatorFreeAt: freeAt, facts = [], unless = [] } = settlement;
  const fact: Fact = { kind: 'settled', at, ...settled };
  const released: Fact[] = freeAt === undefined ? [] : [{ kind: 'operatorReleased', at, freeAt }];
  return factUpdate(table, { id: attempt.id, fact, unless, also: [...facts, ...released] });
}

type CorrectionPart = 'attempt' | 'row';

interface KnownCorrection extends Omit<Correction, 'change'> {
  /** The row, if it still shows the settlement that is corrected. */
  waiting?: { row: StoredRow; change: RowChange };
}

export function correctionParts(
  tables: TableNames,
  { attempt, fact, waiting }: KnownCorrection,
): Parts<CorrectionPart> {
  const update = factUpdate(tables.attempts, { id: attempt.id, fact, needs: ['settled'] });
  if (waiting === undefined) return { attempt: { Update: update } };
  const { row, change } = waiting;
  return {
    attempt: { Update: update },
    row: { Update: updateIfUnchanged(tables.subscribers, row, change) },
  };
}
