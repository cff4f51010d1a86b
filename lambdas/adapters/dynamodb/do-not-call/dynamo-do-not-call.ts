import { createHash } from 'node:crypto';
import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { DoNotCallRecord } from '../../../domain/do-not-call/do-not-call.ts';
import type { DoNotCall, DoNotCallList, DoNotCallPage } from '../../../ports/limits/do-not-call.ts';
import type { Item } from '../client/attribute-value.ts';
import { all, Expression } from '../client/expression.ts';
import type { TableNames } from '../client/table-names.ts';

const kind = 'do-not-call';

/**
 * Items of the directory: `kind` do-not-call, `id` the SHA-256 of the number. So a record is found
 * by who knows the number, also after the number itself was erased from it.
 */
export class DynamoDoNotCall implements DoNotCall {
  readonly #client: DynamoDBClient;
  readonly #table: string;

  constructor(client: DynamoDBClient, { directory }: Pick<TableNames, 'directory'>) {
    this.#client = client;
    this.#table = directory;
  }

  async find(number: string): Promise<DoNotCallRecord | undefined> {
    const get = new GetItemCommand({
      TableName: this.#table,
      Key: keyOf(number),
      ConsistentRead: true,
    });
    const { Item } = await this.#client.send(get);
    return Item && { ...storedRecord(Item), number };
  }

  async put(record: DoNotCallRecord, seen: DoNotCallRecord | undefined): Promise<boolean> {
    const expression = new Expression();
    const ConditionExpression =
      seen === undefined
        ? expression.absent('id')
        : all(
            `size(${expression.name('entries')}) = ${expression.value(seen.entries.length)}`,
            seen.isErased ? expression.present('isErased') : expression.absent('isErased'),
          );
    const put = new PutItemCommand({
      TableName: this.#table,
      Item: itemOf(record),
      ConditionExpression,
      ...expression.placeholders(),
    });
    try {
      await this.#client.send(put);
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  async list({ digits, limit, cursor }: DoNotCallPage): Promise<DoNotCallList> {
    const expression = new Expression();
    const number = expression.name('number');
    const query = new QueryCommand({
      TableName: this.#table,
      KeyConditionExpression: expression.equal('kind', kind),
      FilterExpression:
        digits === undefined
          ? expression.present('number')
          : `contains(${number}, ${expression.value(digits)})`,
      ...expression.placeholders(),
      Limit: limit,
      ...(cursor !== undefined && { ExclusiveStartKey: marshall({ kind, id: cursor }) }),
    });
    const { Items = [], LastEvaluatedKey } = await this.#client.send(query);
    const records = Items.map(storedRecord);
    return LastEvaluatedKey === undefined
      ? { records }
      : { records, cursor: unmarshall(LastEvaluatedKey).id as string };
  }
}

function keyOf(number: string): Item {
  return marshall({ kind, id: createHash('sha256').update(number).digest('hex') });
}

function itemOf({ number, entries, isErased }: DoNotCallRecord): Item {
  const content = isErased ? { entries, isErased } : { number, entries };
  return { ...keyOf(number), ...marshall(content, { removeUndefinedValues: true }) };
}

export function storedRecord(item: Item): DoNotCallRecord {
  const { kind: _, id: __, ...record } = unmarshall(item);
  return record as DoNotCallRecord;
}
