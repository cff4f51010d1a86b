import {
  BatchGetItemCommand,
  type DynamoDBClient,
  paginateScan,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Instant } from '../../domain/instant.ts';
import type { LockKey } from '../../domain/lock.ts';
import type { Lock } from '../../ports/attempts.ts';
import { Expression, type Item } from './expression.ts';
import { freeLock, lockKey, storedLock } from './lock-item.ts';
import { pauseAfter, unlessRefused } from './patience.ts';

/** The most keys that one BatchGetItem takes. */
const mostKeys = 100;

/** Locks on their own, outside of an attempt's transactions. */
export class DynamoLocks {
  readonly #client: DynamoDBClient;
  readonly #table: string;

  constructor(client: DynamoDBClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  /** Reads the whole table: it holds what is live, and little else. */
  async held(): Promise<Lock[]> {
    const expression = new Expression();
    const FilterExpression = `${expression.present('attempt')} AND ${expression.absent('freeAt')}`;
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
    const asked = [...new Set(keys)];
    const batches = [];
    for (let from = 0; from < asked.length; from += mostKeys) {
      batches.push(this.#batch(asked.slice(from, from + mostKeys).map(lockKey)));
    }
    return (await Promise.all(batches)).flat().map(storedLock);
  }

  /** DynamoDB may leave keys unread when it is busy. */
  async #batch(keys: Item[]): Promise<Item[]> {
    const found: Item[] = [];
    for (let tries = 1, left = keys; left.length > 0; tries++) {
      if (tries > 1) await pauseAfter(tries);
      const RequestItems = { [this.#table]: { Keys: left, ConsistentRead: true } };
      const answer = await this.#client.send(new BatchGetItemCommand({ RequestItems }));
      found.push(...(answer.Responses?.[this.#table] ?? []));
      left = answer.UnprocessedKeys?.[this.#table]?.Keys ?? [];
    }
    return found;
  }

  async free(lock: Pick<Lock, 'key' | 'attempt'>, freeAt: Instant): Promise<void> {
    const update = freeLock(this.#table, lock, freeAt);
    await unlessRefused(() => this.#client.send(new UpdateItemCommand(update)));
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
