import {
  type DynamoDBClient,
  GetItemCommand,
  paginateQuery,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Attempt, AttemptId } from '../../../domain/attempt/attempt.ts';
import type { Fact, FactKind } from '../../../domain/attempt/facts.ts';
import type { Hold } from '../../../domain/attempt/hold.ts';
import { type Lock, type LockKey, locksOf } from '../../../domain/attempt/lock.ts';
import type { Instant } from '../../../domain/basics/instant.ts';
import { type RowKey, rowId } from '../../../domain/row/row.ts';
import { showsWhatIsCorrected } from '../../../domain/settlement/still-shows.ts';
import type {
  Attempts,
  Claim,
  ClaimResult,
  Correction,
  Release,
  Settlement,
} from '../../../ports/calls/attempts.ts';
import type { StoredRow } from '../../../ports/rows/rows.ts';
import type { Item } from '../client/attribute-value.ts';
import { all, Expression } from '../client/expression.ts';
import { unlessRefused } from '../client/retry-conflicts.ts';
import type { TableNames } from '../client/table-names.ts';
import { transact, without } from '../client/transaction.ts';
import { DynamoRows } from '../rows/dynamo-rows.ts';
import { attemptKey, factsUpdate, storedAttempt } from './attempt-item.ts';
import {
  claimParts,
  correctionParts,
  permissionParts,
  settlementParts,
} from './attempt-transactions.ts';
import { attemptOfItem, callKey } from './call-item.ts';
import { DynamoLocks } from './dynamo-locks.ts';

export class DynamoAttempts implements Attempts {
  readonly #client: DynamoDBClient;
  readonly #tables: TableNames;
  readonly #rows: DynamoRows;
  readonly #locks: DynamoLocks;

  constructor(client: DynamoDBClient, tables: TableNames) {
    this.#client = client;
    this.#tables = tables;
    this.#rows = new DynamoRows(client, tables);
    this.#locks = new DynamoLocks(client, tables.locks);
  }

  async get(id: AttemptId): Promise<Attempt | undefined> {
    const TableName = this.#tables.attempts;
    const { Item } = await this.#client.send(
      new GetItemCommand({ TableName, Key: attemptKey(id), ConsistentRead: true }),
    );
    return Item && storedAttempt(Item);
  }

  async history(row: RowKey, limit: number, since?: Instant): Promise<Attempt[]> {
    const expression = new Expression();
    const query = {
      TableName: this.#tables.attempts,
      KeyConditionExpression: expression.equal('row', rowId(row)),
      ...expression.placeholders(),
      ScanIndexForward: false,
      ConsistentRead: true,
    };
    const found: Attempt[] = [];
    const isRecent = ({ claimedAt }: Attempt) => since !== undefined && claimedAt >= since;
    for await (const page of paginateQuery({ client: this.#client, pageSize: limit }, query)) {
      found.push(...(page.Items ?? []).map(storedAttempt));
      const last = found.at(-1);
      if (found.length >= limit && !(last && isRecent(last))) break;
    }
    return found.filter((it, place) => place < limit || isRecent(it));
  }

  async ofCall(sid: string): Promise<Attempt | undefined> {
    const TableName = this.#tables.locks;
    const { Item } = await this.#client.send(
      new GetItemCommand({ TableName, Key: callKey(sid), ConsistentRead: true }),
    );
    const id = Item && attemptOfItem(Item);
    return id && this.get(id);
  }

  async claim(claim: Claim): Promise<ClaimResult> {
    const result = await transact(this.#client, claimParts(this.#tables, claim));
    if (result.kind === 'done') return 'claimed';
    const { by, mayBeDone } = result;
    if (by.has('attempt') && mayBeDone) return 'claimed';
    if (by.has('call')) return 'call-known';
    if (by.has('row') || by.has('attempt')) return 'row-changed';
    return by.has('numberLock') ? 'number-taken' : 'operator-taken';
  }

  async record(
    id: AttemptId,
    facts: Fact | readonly Fact[],
    unless: readonly FactKind[] = [],
  ): Promise<Attempt | undefined> {
    const update = factsUpdate(this.#tables.attempts, { id, facts: [facts].flat(), unless });
    const command = new UpdateItemCommand({ ...update, ReturnValues: 'ALL_NEW' });
    const result = await unlessRefused(() => this.#client.send(command));
    const item = 'done' in result ? result.done.Attributes : result.refused.Item;
    return item && storedAttempt(item);
  }

  async noteHold(id: AttemptId, hold: Hold): Promise<Attempt | undefined> {
    const expression = new Expression();
    const name = expression.name('hold');
    const at = expression.name('hold', 'at');
    const isLater = `(${expression.absent('hold')} OR ${at} < ${expression.value(hold.at)})`;
    const command = new UpdateItemCommand({
      TableName: this.#tables.attempts,
      Key: attemptKey(id),
      UpdateExpression: `SET ${name} = ${expression.value(hold)}`,
      ConditionExpression: all(expression.present('suffix'), isLater),
      ...expression.placeholders(),
      ReturnValues: 'ALL_NEW',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
    const result = await unlessRefused(() => this.#client.send(command));
    const item = 'done' in result ? result.done.Attributes : result.refused.Item;
    return item && storedAttempt(item);
  }

  async permit(attempt: Attempt, row: StoredRow, at: Instant): Promise<boolean> {
    const parts = permissionParts(this.#tables, { attempt, row, at });
    const result = await transact(this.#client, parts);
    if (result.kind === 'done') return true;
    const found = result.by.get('attempt');
    return found !== undefined && storedAttempt(found).facts.dialling !== undefined;
  }

  async settle(settlement: Settlement): Promise<boolean> {
    let parts = settlementParts(this.#tables, settlement);
    for (;;) {
      const result = await transact(this.#client, parts);
      if (result.kind === 'done') return true;
      const { by, mayBeDone } = result;
      if (by.has('attempt')) return mayBeDone && isOwn(by.get('attempt'), 'settled', settlement.at);
      parts = without(parts, by.keys());
    }
  }

  /** A row that is written while this is decided is looked at again. */
  async correct({ attempt, fact, change }: Correction): Promise<boolean> {
    const shows = showsWhatIsCorrected[fact.kind];
    for (;;) {
      const row = await this.#rows.get(attempt.row);
      const waiting = row && shows(row, attempt) ? { row, change } : undefined;
      const parts = correctionParts(this.#tables, { attempt, fact, ...(waiting && { waiting }) });
      const result = await transact(this.#client, parts);
      if (result.kind === 'done') return true;
      const { by, mayBeDone } = result;
      if (by.has('attempt')) return mayBeDone && isOwn(by.get('attempt'), fact.kind, fact.at);
    }
  }

  /** The lock first: a crash in between must not leave the operator held by an attempt that says otherwise. */
  async release(attempt: Attempt, { freeAt, at, facts = [] }: Release): Promise<void> {
    const key = locksOf(attempt).operator;
    const response = attempt.facts.operatorReady && 'answered';
    await this.#locks.free({ key, attempt: attempt.id }, { freeAt, response });
    await this.record(attempt.id, [...facts, { kind: 'operatorReleased', at, freeAt }]);
  }

  held(): Promise<Lock[]> {
    return this.#locks.held();
  }

  dropLock(lock: Lock): Promise<void> {
    return this.#locks.drop(lock);
  }

  wrappingUp(at: Instant): Promise<Lock[]> {
    return this.#locks.freeAfter(at);
  }

  locks(keys: readonly LockKey[]): Promise<Lock[]> {
    return this.#locks.find(keys);
  }

  missing(calls: number): Promise<Lock[]> {
    return this.#locks.missing(calls);
  }

  noteResponse(operator: LockKey): Promise<boolean> {
    return this.#locks.forgetMissed(operator);
  }

  extendWrapUp(lock: Lock & { freeAt: Instant }, later: Instant): Promise<boolean> {
    return this.#locks.putOff(lock, later);
  }

  endWrapUp(operator: LockKey, at: Instant): Promise<void> {
    return this.#locks.bringForward(operator, at);
  }
}

/** Whether the fact that stands in the way is this caller's own: a try without an answer added it. */
function isOwn(
  found: Item | undefined,
  kind: 'settled' | Correction['fact']['kind'],
  at: Instant,
): boolean {
  return found !== undefined && storedAttempt(found).facts[kind]?.at === at;
}
