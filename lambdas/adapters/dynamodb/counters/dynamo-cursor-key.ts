import { randomBytes } from 'node:crypto';
import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { CursorKey } from '../../../ports/records/cursor-key.ts';
import type { Item } from '../client/attribute-value.ts';
import { Expression } from '../client/expression.ts';
import type { TableNames } from '../client/table-names.ts';

const keyBytes = 32;

/** An item of the locks. Without them it is made anew, and lists begin again. */
export class DynamoCursorKey implements CursorKey {
  readonly #client: DynamoDBClient;
  readonly #table: string;
  #known: Promise<Uint8Array> | undefined;

  constructor(client: DynamoDBClient, { locks }: Pick<TableNames, 'locks'>) {
    this.#client = client;
    this.#table = locks;
  }

  /** A function asks once while it lives, unless that failed. */
  async read(): Promise<Uint8Array> {
    this.#known ??= this.#readOrMake();
    try {
      return await this.#known;
    } catch (error) {
      this.#known = undefined;
      throw error;
    }
  }

  /** One write in both cases: where there is a key, what is refused brings it along. */
  async #readOrMake(): Promise<Uint8Array> {
    const made = randomBytes(keyBytes);
    const expression = new Expression();
    const put = new PutItemCommand({
      TableName: this.#table,
      Item: { key: { S: 'cursor-key' }, secret: { B: made } },
      ConditionExpression: expression.absent('key'),
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      ...expression.placeholders(),
    });
    try {
      await this.#client.send(put);
      return made;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return secretOf(error.Item);
    }
  }
}

function secretOf(item: Item | undefined): Uint8Array {
  const secret = item?.secret?.B;
  if (secret === undefined)
    throw new Error('the table of locks holds a cursor key without a secret');
  return secret;
}
