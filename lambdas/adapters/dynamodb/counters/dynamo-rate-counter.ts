import { type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { type Instant, second } from '../../domain/instant.ts';
import type { Tallies } from '../../ports/tallies.ts';
import { Expression } from './expression.ts';
import { toTtl } from './lock-item.ts';
import { patiently } from './patience.ts';
import type { TableNames } from './table-names.ts';

export class DynamoTallies implements Tallies {
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
    const expiry = expression.value(toTtl((period + 2) * seconds * second));
    const update = new UpdateItemCommand({
      TableName: this.#table,
      Key: { key: { S: `tally:${key}@${period}` } },
      UpdateExpression: `ADD ${counted} ${expression.value(amount)} SET ${expression.name('expiresAt')} = ${expiry}`,
      ...expression.placeholders(),
      ReturnValues: 'UPDATED_NEW',
    });
    const { Attributes } = await patiently(() => this.#client.send(update));
    return Number(Attributes?.counted?.N);
  }
}
