import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { type Instant, second } from '../../../domain/basics/instant.ts';
import {
  type AnsweredRequests,
  abandonedSeconds,
  type Beginning,
  type GivenAnswer,
  rememberedSeconds,
} from '../../../ports/records/answered-requests.ts';
import type { Item } from '../client/attribute-value.ts';
import { Expression } from '../client/expression.ts';
import type { TableNames } from '../client/table-names.ts';
import { toTtl } from '../client/time-to-live.ts';

/** An item may have 400 KB: a longer answer is not kept, and its request is done anew. */
const longestAnswer = 300_000;

/** Items of the locks: what passes. */
export class DynamoAnsweredRequests implements AnsweredRequests {
  readonly #client: DynamoDBClient;
  readonly #table: string;

  constructor(client: DynamoDBClient, { locks }: Pick<TableNames, 'locks'>) {
    this.#client = client;
    this.#table = locks;
  }

  async begin(key: string, request: string, at: Instant): Promise<Beginning> {
    const expression = new Expression();
    const isUnanswered = expression.absent('answer');
    const isAbandoned = `${expression.name('at')} <= ${expression.value(at - abandonedSeconds * second)}`;
    const put = new PutItemCommand({
      TableName: this.#table,
      Item: {
        ...keyOf(key),
        ...marshall({ request, at, expiresAt: toTtl(at + rememberedSeconds * second) }),
      },
      ConditionExpression: `${expression.absent('key')} OR (${isUnanswered} AND ${isAbandoned})`,
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      ...expression.placeholders(),
    });
    try {
      await this.#client.send(put);
      return { kind: 'new' };
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return beginningOf(error.Item, request);
    }
  }

  async finish(key: string, answer: GivenAnswer): Promise<void> {
    if (answer.body.length > longestAnswer) return this.forget(key);
    const expression = new Expression();
    const update = new UpdateItemCommand({
      TableName: this.#table,
      Key: keyOf(key),
      UpdateExpression: `SET ${expression.name('answer')} = ${expression.value(JSON.stringify(answer))}`,
      ...expression.placeholders(),
    });
    await this.#client.send(update);
  }

  async forget(key: string): Promise<void> {
    await this.#client.send(new DeleteItemCommand({ TableName: this.#table, Key: keyOf(key) }));
  }
}

function keyOf(key: string): Item {
  return { key: { S: `request:${key}` } };
}

function beginningOf(item: Item | undefined, asked: string): Beginning {
  const { request, answer } = unmarshall(item ?? {});
  if (request !== asked) return { kind: 'other' };
  return answer === undefined
    ? { kind: 'running' }
    : { kind: 'answered', answer: JSON.parse(answer) };
}
