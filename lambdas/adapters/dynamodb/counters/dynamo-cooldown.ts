import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { type Instant, second } from '../../../domain/basics/instant.ts';
import type { Cooldown } from '../../../ports/limits/cooldown.ts';
import { Expression } from '../client/expression.ts';
import { unlessRefused } from '../client/retry-conflicts.ts';
import type { TableNames } from '../client/table-names.ts';
import { toTtl } from '../client/time-to-live.ts';

export class DynamoCooldown implements Cooldown {
  readonly #client: DynamoDBClient;
  readonly #table: string;

  constructor(client: DynamoDBClient, tables: Pick<TableNames, 'locks'>) {
    this.#client = client;
    this.#table = tables.locks;
  }

  async within(key: string, seconds: number, at: Instant): Promise<boolean> {
    const expression = new Expression();
    const latest = expression.value(at - seconds * second);
    const put = new PutItemCommand({
      TableName: this.#table,
      Item: marshall({ key: `once:${key}`, at, expiresAt: toTtl(at + seconds * second) }),
      ConditionExpression: `${expression.absent('key')} OR ${expression.name('at')} <= ${latest}`,
      ...expression.placeholders(),
    });
    return 'done' in (await unlessRefused(() => this.#client.send(put)));
  }
}
