import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Checkpoints } from '../../../ports/records/checkpoints.ts';
import type { Item } from '../client/attribute-value.ts';
import type { TableNames } from '../client/table-names.ts';

export class DynamoCheckpoints implements Checkpoints {
  readonly #client: DynamoDBClient;
  readonly #table: string;

  constructor(client: DynamoDBClient, tables: Pick<TableNames, 'locks'>) {
    this.#client = client;
    this.#table = tables.locks;
  }

  async read(sweep: string): Promise<string | undefined> {
    const get = { TableName: this.#table, Key: checkpointKey(sweep), ConsistentRead: true };
    const { Item } = await this.#client.send(new GetItemCommand(get));
    return Item?.place?.S;
  }

  async keep(sweep: string, place: string | undefined): Promise<void> {
    const Item = { ...checkpointKey(sweep), ...(place !== undefined && { place: { S: place } }) };
    await this.#client.send(new PutItemCommand({ TableName: this.#table, Item }));
  }
}

function checkpointKey(sweep: string): Item {
  return { key: { S: `checkpoint:${sweep}` } };
}
