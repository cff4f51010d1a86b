import { type DynamoDBClient, paginateQuery } from '@aws-sdk/client-dynamodb';
import type { Columns } from '../../../domain/row/row.ts';
import type { RowExport } from '../../../ports/rows/row-export.ts';
import { Expression } from '../client/expression.ts';
import type { TableNames } from '../client/table-names.ts';
import { storedRow } from './stored-row.ts';

export class DynamoRowExport implements RowExport {
  readonly #client: DynamoDBClient;
  readonly #table: string;

  constructor(client: DynamoDBClient, tables: Pick<TableNames, 'subscribers'>) {
    this.#client = client;
    this.#table = tables.subscribers;
  }

  async *rowsOf(task: string): AsyncGenerator<Columns> {
    const expression = new Expression();
    const query = {
      TableName: this.#table,
      KeyConditionExpression: expression.equal('task', task),
      ...expression.placeholders(),
    };
    for await (const page of paginateQuery({ client: this.#client }, query)) {
      for (const item of page.Items ?? []) yield storedRow(item).columns;
    }
  }
}
