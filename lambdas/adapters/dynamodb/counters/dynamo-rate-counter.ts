import { type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { type Instant, minute, second } from '../../../domain/basics/instant.ts';
import type { RateCounter } from '../../../ports/limits/rate-counter.ts';
import { Expression } from '../client/expression.ts';
import { retryConflicts } from '../client/retry-conflicts.ts';
import type { TableNames } from '../client/table-names.ts';
import { toTtl } from '../client/time-to-live.ts';

/** What is counted so long after its period is counted still, in milliseconds. */
const longestDelay = minute;

export class DynamoRateCounter implements RateCounter {
  readonly #client: DynamoDBClient;
  readonly #table: string;

  constructor(client: DynamoDBClient, tables: Pick<TableNames, 'locks'>) {
    this.#client = client;
    this.#table = tables.locks;
  }

  async add(
    key: string,
    amount: number,
    { seconds, at }: { seconds: number; at: Instant },
  ): Promise<number> {
    const expression = new Expression();
    const counted = expression.name('counted');
    const period = Math.floor(at / (seconds * second));
    const expiry = expression.value(toTtl((period + 2) * seconds * second + longestDelay));
    const update = new UpdateItemCommand({
      TableName: this.#table,
      Key: { key: { S: `tally:${key}@${period}` } },
      UpdateExpression: `ADD ${counted} ${expression.value(amount)} SET ${expression.name('expiresAt')} = ${expiry}`,
      ...expression.placeholders(),
      ReturnValues: 'UPDATED_NEW',
    });
    const { Attributes } = await retryConflicts(() => this.#client.send(update));
    return Number(Attributes?.counted?.N);
  }
}
