import {
  DeleteItemCommand,
  type DynamoDBClient,
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
import { eventsView } from '../views/view-item.ts';
import { DynamoChains } from './dynamo-chains.ts';

export interface TraceTables {
  attempts: string;
  locks: string;
  directory: string;
  forms: string;
  views: string;
}

const pageSize = 500;

/** What is stored about a customer beside their rows; the chains stand in the directory. */
export class DynamoTraces implements Traces {
  readonly #client: DynamoDBClient;
  readonly #tables: TraceTables;
  readonly #chains: DynamoChains;

  constructor(client: DynamoDBClient, tables: TraceTables) {
    this.#client = client;
    this.#tables = tables;
    this.#chains = new DynamoChains(client, tables);
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

  chain(number: string): Promise<{ links: Link[]; kept: EvidenceEntry[] }> {
    return this.#chains.chain(number);
  }

  lastLink(number: string): Promise<Link | undefined> {
    return this.#chains.lastLink(number);
  }

  addLink(number: string, link: Link, facts?: unknown): Promise<boolean> {
    return this.#chains.addLink(number, link, facts);
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

function deleteOf(hash: string, range: string) {
  return (item: Item) => ({
    DeleteRequest: {
      Key: Object.fromEntries(Object.entries(item).filter(([it]) => it === hash || it === range)),
    },
  });
}
