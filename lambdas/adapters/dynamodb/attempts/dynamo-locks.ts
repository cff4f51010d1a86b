import {
  DeleteItemCommand,
  type DynamoDBClient,
  paginateScan,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Lock, LockKey } from '../../../domain/attempt/lock.ts';
import type { Instant } from '../../../domain/basics/instant.ts';
import type { Settlement } from '../../../ports/calls/attempts.ts';
import { batchGet } from '../client/batch-get.ts';
import { all, Expression } from '../client/expression.ts';
import { unlessRefused } from '../client/retry-conflicts.ts';
import { dropLock, freeLock, lockKey, storedLock } from './lock-item.ts';

/** Locks on their own, outside of an attempt's transactions. */
export class DynamoLocks {
  readonly #client: DynamoDBClient;
  readonly #table: string;

  constructor(client: DynamoDBClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  held(): Promise<Lock[]> {
    const expression = new Expression();
    const isHeld = `${expression.present('attempt')} AND ${expression.absent('freeAt')}`;
    return this.#scan(isHeld, expression);
  }

  freeAfter(at: Instant): Promise<Lock[]> {
    const expression = new Expression();
    return this.#scan(`${expression.name('freeAt')} > ${expression.value(at)}`, expression);
  }

  missing(calls: number): Promise<Lock[]> {
    const expression = new Expression();
    return this.#scan(`${expression.name('missed')} >= ${expression.value(calls)}`, expression);
  }

  async forgetMissed(key: LockKey): Promise<boolean> {
    const expression = new Expression();
    const update = new UpdateItemCommand({
      TableName: this.#table,
      Key: lockKey(key),
      UpdateExpression: `REMOVE ${expression.name('missed')}`,
      ConditionExpression: expression.present('missed'),
      ...expression.placeholders(),
    });
    return 'done' in (await unlessRefused(() => this.#client.send(update)));
  }

  /** Reads the whole table: it holds what is live, and little else. */
  async #scan(FilterExpression: string, expression: Expression): Promise<Lock[]> {
    const placeholders = expression.placeholders();
    const input = { TableName: this.#table, FilterExpression, ...placeholders };
    const locks: Lock[] = [];
    for await (const { Items = [] } of paginateScan(
      { client: this.#client },
      { ...input, ConsistentRead: true },
    )) {
      locks.push(...Items.map(storedLock));
    }
    return locks;
  }

  async find(keys: readonly LockKey[]): Promise<Lock[]> {
    const asked = [...new Set(keys)].map(lockKey);
    return (await batchGet(this.#client, this.#table, asked)).map(storedLock);
  }

  async free(
    lock: Pick<Lock, 'key' | 'attempt'>,
    state: { freeAt: Instant; response: Settlement['response'] | undefined },
  ): Promise<void> {
    const update = freeLock(this.#table, lock, state);
    await unlessRefused(() => this.#client.send(new UpdateItemCommand(update)));
  }

  async drop({ key, attempt }: Lock): Promise<void> {
    const drop = new DeleteItemCommand(dropLock(this.#table, key, attempt));
    await unlessRefused(() => this.#client.send(drop));
  }

  async putOff(
    { key, attempt, freeAt }: Lock & { freeAt: Instant },
    to: Instant,
  ): Promise<boolean> {
    const expression = new Expression();
    const name = expression.name('freeAt');
    const update = new UpdateItemCommand({
      TableName: this.#table,
      Key: lockKey(key),
      UpdateExpression: `SET ${name} = ${expression.value(to)}`,
      ConditionExpression: all(
        expression.equal('attempt', attempt),
        expression.equal('freeAt', freeAt),
      ),
      ...expression.placeholders(),
    });
    return 'done' in (await unlessRefused(() => this.#client.send(update)));
  }

  async bringForward(key: LockKey, freeAt: Instant): Promise<void> {
    const expression = new Expression();
    const name = expression.name('freeAt');
    const value = expression.value(freeAt);
    const update = new UpdateItemCommand({
      TableName: this.#table,
      Key: lockKey(key),
      UpdateExpression: `SET ${name} = ${value}`,
      ConditionExpression: `${name} > ${value}`,
      ...expression.placeholders(),
    });
    await unlessRefused(() => this.#client.send(update));
  }
}
