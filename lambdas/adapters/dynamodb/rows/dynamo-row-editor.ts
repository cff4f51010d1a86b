import {
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { RowEdit } from '../../../domain/order/row-edit.ts';
import type { Columns, RowKey } from '../../../domain/row/row.ts';
import type { RowEditor } from '../../../ports/rows/row-editor.ts';
import type { StoredRow } from '../../../ports/rows/rows.ts';
import { toItem } from '../client/attribute-value.ts';
import { unlessRefused } from '../client/retry-conflicts.ts';
import type { TableNames } from '../client/table-names.ts';
import { DynamoRowIds } from './dynamo-row-ids.ts';
import { editIfUnchanged, rowItemKey } from './stored-row.ts';

type Tables = Pick<TableNames, 'subscribers' | 'directory'>;

export class DynamoRowEditor implements RowEditor {
  readonly #client: DynamoDBClient;
  readonly #table: string;
  readonly #Ids: DynamoRowIds;

  constructor(client: DynamoDBClient, tables: Tables) {
    this.#client = client;
    this.#table = tables.subscribers;
    this.#Ids = new DynamoRowIds(client, tables);
  }

  /** Ids that outside software took without asking are passed over. */
  async insert(task: string, columns: Columns): Promise<RowKey> {
    for (;;) {
      const key = { task, Id: await this.#Ids.next(task) };
      if (await this.create(key, columns)) return key;
      await this.#Ids.catchUp(task);
    }
  }

  async create(key: RowKey, columns: Columns): Promise<boolean> {
    const put = new PutItemCommand({
      TableName: this.#table,
      Item: toItem({ ...columns, ...key }),
      ConditionExpression: 'attribute_not_exists(Id)',
    });
    return 'done' in (await unlessRefused(() => this.#client.send(put)));
  }

  async edit(row: StoredRow, edit: RowEdit): Promise<boolean> {
    const update = new UpdateItemCommand(editIfUnchanged(this.#table, row, edit));
    return 'done' in (await unlessRefused(() => this.#client.send(update)));
  }

  async delete(key: RowKey): Promise<boolean> {
    const deletion = new DeleteItemCommand({
      TableName: this.#table,
      Key: rowItemKey(key),
      ConditionExpression: 'attribute_exists(Id)',
    });
    return 'done' in (await unlessRefused(() => this.#client.send(deletion)));
  }
}
