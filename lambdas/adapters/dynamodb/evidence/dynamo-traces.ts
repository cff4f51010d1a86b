import { createHash } from 'node:crypto';
import {
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
  paginateQuery,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Attempt, AttemptId } from '../../../domain/attempt/attempt.ts';
import { numberLock } from '../../../domain/attempt/lock.ts';
import type { Link } from '../../../domain/evidence/chain.ts';
import type { EvidenceEntry } from '../../../domain/evidence/evidence.ts';
import type { RowKey } from '../../../domain/row/row.ts';
import type { Traces } from '../../../ports/records/traces.ts';
import { attemptKey, storedAttempt } from '../attempts/attempt-item.ts';
import { lockKey } from '../attempts/lock-item.ts';
import { type Item, toAttribute } from '../client/attribute-value.ts';
import { batchWrite } from '../client/batch-write.ts';
import { Expression } from '../client/expression.ts';
import { unlessRefused } from '../client/retry-conflicts.ts';
import { eventsView } from '../views/view-item.ts';

export interface TraceTables {
  attempts: string;
  locks: string;
  directory: string;
  forms: string;
  views: string;
}

const pageSize = 500;

/** The chain's links are items of the directory: `kind` evidence#<SHA-256 of the number>, `id` the place. */
export class DynamoTraces implements Traces {
  readonly #client: DynamoDBClient;
  readonly #tables: TraceTables;

  constructor(client: DynamoDBClient, tables: TraceTables) {
    this.#client = client;
    this.#tables = tables;
  }

  async attempts(cursor: string | undefined): Promise<{ attempts: Attempt[]; next?: string }> {
    const scan = new ScanCommand({
      TableName: this.#tables.attempts,
      Limit: pageSize,
      ...(cursor !== undefined && { ExclusiveStartKey: marshall(JSON.parse(cursor)) }),
    });
    const { Items = [], LastEvaluatedKey } = await this.#client.send(scan);
    const attempts = Items.map(storedAttempt);
    if (LastEvaluatedKey === undefined) return { attempts };
    return { attempts, next: JSON.stringify(unmarshall(LastEvaluatedKey)) };
  }

  async chain(number: string): Promise<{ links: Link[]; kept: EvidenceEntry[] }> {
    const expression = new Expression();
    const items = await this.#all(this.#tables.directory, {
      KeyConditionExpression: expression.equal('kind', chainKind(number)),
      ...expression.placeholders(),
      ConsistentRead: true,
    });
    const stored = items.map((item) => unmarshall(item));
    const links = stored.map(({ link }) => link as Link);
    const kept = stored.flatMap(({ link, facts }): EvidenceEntry[] => {
      const { at, kind, ref } = link as Link;
      return facts === undefined ? [] : [{ at, kind, ref, facts }];
    });
    return { links, kept };
  }

  async addLink(number: string, link: Link, facts?: unknown): Promise<boolean> {
    const expression = new Expression();
    const key = { kind: chainKind(number), id: String(link.place).padStart(placeDigits, '0') };
    const put = new PutItemCommand({
      TableName: this.#tables.directory,
      Item: marshall({ ...key, link, facts }, { removeUndefinedValues: true }),
      ConditionExpression: expression.absent('id'),
      ...expression.placeholders(),
    });
    return 'done' in (await unlessRefused(() => this.#client.send(put)));
  }

  async eraseAttempts(attempts: readonly AttemptId[]): Promise<void> {
    const deletes = attempts.map((id) => ({ DeleteRequest: { Key: attemptKey(id) } }));
    await batchWrite(this.#client, this.#tables.forms, deletes);
    await batchWrite(this.#client, this.#tables.attempts, deletes);
  }

  async eraseRowTraces(row: RowKey): Promise<{ receipts: number }> {
    const events = new Expression();
    const told = await this.#all(this.#tables.views, {
      KeyConditionExpression: events.equal('view', eventsView(row)),
      ...events.placeholders(),
    });
    await batchWrite(this.#client, this.#tables.views, told.map(deleteOf('view', 'key')));
    const receipts = new Expression();
    const found = await this.#all(this.#tables.directory, {
      KeyConditionExpression: receipts.equal('kind', `import#${row.task}`),
      FilterExpression: `${receipts.name('row')} = ${receipts.stored(toAttribute(row.Id))}`,
      ...receipts.placeholders(),
    });
    await batchWrite(this.#client, this.#tables.directory, found.map(deleteOf('kind', 'id')));
    return { receipts: found.length };
  }

  async eraseLock(number: string): Promise<boolean> {
    const remove = new DeleteItemCommand({
      TableName: this.#tables.locks,
      Key: lockKey(numberLock(number)),
      ReturnValues: 'ALL_OLD',
    });
    return (await this.#client.send(remove)).Attributes !== undefined;
  }

  async #all(TableName: string, query: object): Promise<Item[]> {
    const found: Item[] = [];
    const pages = paginateQuery({ client: this.#client }, { TableName, ...query });
    for await (const { Items = [] } of pages) found.push(...Items);
    return found;
  }
}

const placeDigits = 8;

function chainKind(number: string): string {
  return `evidence#${createHash('sha256').update(number).digest('hex')}`;
}

function deleteOf(hash: string, range: string) {
  return (item: Item) => ({
    DeleteRequest: {
      Key: Object.fromEntries(Object.entries(item).filter(([it]) => it === hash || it === range)),
    },
  });
}
