import {
  type DynamoDBClient,
  GetItemCommand,
  paginateQuery,
  QueryCommand,
  type QueryCommandInput,
  ScanCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { type Instant, toIso } from '../../../domain/basics/instant.ts';
import type { RowChange } from '../../../domain/order/row-change.ts';
import { type RowKey, rowId } from '../../../domain/row/row.ts';
import { isRowId } from '../../../domain/row/row-id.ts';
import type { ExactKey, Rows, StoredRow } from '../../../ports/rows/rows.ts';
import type { Item } from '../client/attribute-value.ts';
import { batchGet } from '../client/batch-get.ts';
import { Expression } from '../client/expression.ts';
import { unlessRefused } from '../client/retry-conflicts.ts';
import type { TableNames } from '../client/table-names.ts';
import { rowItemKey, storedRow, updateIfUnchanged } from './stored-row.ts';

export class DynamoRows implements Rows {
  readonly #client: DynamoDBClient;
  readonly #table: string;

  constructor(client: DynamoDBClient, tables: Pick<TableNames, 'subscribers'>) {
    this.#client = client;
    this.#table = tables.subscribers;
  }

  async get(key: RowKey | ExactKey): Promise<StoredRow | undefined> {
    const { Item } = await this.#client.send(
      new GetItemCommand({ TableName: this.#table, Key: rowItemKey(key), ConsistentRead: true }),
    );
    return Item && storedRow(Item);
  }

  async getMany(keys: readonly RowKey[]): Promise<StoredRow[]> {
    const asked = new Map(keys.map((key) => [rowId(key), rowItemKey(key)]));
    const items = await batchGet(this.#client, this.#table, [...asked.values()]);
    const found = new Map(items.map(storedRow).map((row) => [rowId(row.key), row]));
    return [...asked.keys()].flatMap((name) => found.get(name) ?? []);
  }

  async change(row: StoredRow, change: RowChange): Promise<boolean> {
    const update = updateIfUnchanged(this.#table, row, change);
    const result = await unlessRefused(() => this.#client.send(new UpdateItemCommand(update)));
    return 'done' in result;
  }

  async dueBefore(task: string, at: Instant, limit: number): Promise<RowKey[]> {
    const items = await this.#query({ ...isDue(task, at), Limit: limit });
    return items.flatMap(possibleKey);
  }

  async *allDueBefore(task: string, at: Instant, from?: Instant): AsyncGenerator<RowKey> {
    const query = { TableName: this.#table, ...isDue(task, at, from) };
    for await (const { Items = [] } of paginateQuery({ client: this.#client }, query)) {
      yield* Items.flatMap(possibleKey);
    }
  }

  async waitingFor(who: string, limit: number): Promise<{ key: RowKey; since: Instant }[]> {
    const expression = new Expression();
    const items = await this.#query({
      IndexName: 'byWaiting',
      KeyConditionExpression: expression.equal('_waiting_for', who),
      ...expression.placeholders(),
      Limit: limit,
    });
    return items.flatMap((item) => {
      const { key, own } = storedRow(item);
      return own.waitingSince !== undefined && isRowId(key.Id)
        ? { key, since: own.waitingSince }
        : [];
    });
  }

  async #query(input: Omit<QueryCommandInput, 'TableName'>): Promise<Item[]> {
    const query = new QueryCommand({ TableName: this.#table, ...input });
    return (await this.#client.send(query)).Items ?? [];
  }

  async ofTask(
    task: string,
    { order, after, limit }: Parameters<Rows['ofTask']>[1],
  ): Promise<{ rows: StoredRow[]; next?: string }> {
    const expression = new Expression();
    const query = new QueryCommand({
      TableName: this.#table,
      KeyConditionExpression: expression.equal('task', task),
      ...expression.placeholders(),
      ScanIndexForward: order === 'ascending',
      Limit: limit,
      ...(after !== undefined && { ExclusiveStartKey: rowItemKey({ task, Id: after }) }),
    });
    const { Items = [], LastEvaluatedKey } = await this.#client.send(query);
    const next = LastEvaluatedKey?.Id?.N;
    return { rows: Items.map(storedRow), ...(next !== undefined && { next }) };
  }

  async page(
    cursor: string | undefined,
    limit: number,
  ): Promise<{ rows: StoredRow[]; next?: string }> {
    const { Items = [], LastEvaluatedKey } = await this.#client.send(
      new ScanCommand({
        TableName: this.#table,
        Limit: limit,
        ...(cursor !== undefined && { ExclusiveStartKey: JSON.parse(cursor) }),
      }),
    );
    const rows = Items.map(storedRow);
    return LastEvaluatedKey ? { rows, next: JSON.stringify(LastEvaluatedKey) } : { rows };
  }
}

/** Of an index's item; rows with an Id that none may have are found by nobody. */
function possibleKey(item: Item): RowKey[] {
  const { key } = storedRow(item);
  return isRowId(key.Id) ? [key] : [];
}

function isDue(task: string, at: Instant, from?: Instant): Omit<QueryCommandInput, 'TableName'> {
  const expression = new Expression();
  const name = expression.name('_due_at');
  const isBefore =
    from === undefined
      ? `${name} < ${expression.value(toIso(at))}`
      : `${name} BETWEEN ${expression.value(toIso(from))} AND ${expression.value(toIso(at - 1))}`;
  return {
    IndexName: 'byDue',
    KeyConditionExpression: `${expression.equal('task', task)} AND ${isBefore}`,
    ...expression.placeholders(),
  };
}
