import { DeleteItemCommand, type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { hour, type Instant } from '../../../domain/basics/instant.ts';
import type { RowKey } from '../../../domain/row/row.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { FollowedWrites, Standing } from '../../../ports/rows/followed-writes.ts';
import type { ExactKey } from '../../../ports/rows/rows.ts';
import type { Item } from '../client/attribute-value.ts';
import { Expression } from '../client/expression.ts';
import { unlessRefused } from '../client/retry-conflicts.ts';
import type { DeskTableNames } from '../client/table-names.ts';
import { toTtl } from '../client/time-to-live.ts';

/** A record that died is taken from its dead-letter queue within 14 days. */
const kept = 15 * 24 * hour;

/** The longest sequence number of a stream record (DynamoDB Streams). */
const digits = 40;

/** One small item for each row whose order others wrote, in the views: `followed#demo.17`. */
export class DynamoFollowedWrites implements FollowedWrites {
  readonly #client: DynamoDBClient;
  readonly #table: string;
  readonly #clock: Pick<Clock, 'now'>;

  constructor(
    client: DynamoDBClient,
    { tables, clock }: { tables: Pick<DeskTableNames, 'views'>; clock: Pick<Clock, 'now'> },
  ) {
    this.#client = client;
    this.#table = tables.views;
    this.#clock = clock;
  }

  async note(row: RowKey | ExactKey, sequence: string): Promise<Standing> {
    const expression = new Expression();
    const place = placeOf(sequence);
    const last = expression.name('place');
    const put = new PutItemCommand({
      TableName: this.#table,
      Item: followedItem(row, place, this.#clock.now()),
      ConditionExpression: `${expression.absent('place')} OR ${last} < ${expression.value(place)}`,
      ...expression.placeholders(),
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
    const result = await unlessRefused(() => this.#client.send(put));
    if ('done' in result) return 'first';
    return result.refused.Item?.place?.S === place ? 'again' : 'overtaken';
  }

  async forget(row: RowKey | ExactKey, sequence: string): Promise<void> {
    const expression = new Expression();
    const deletion = new DeleteItemCommand({
      TableName: this.#table,
      Key: marshall(keyOf(row)),
      ConditionExpression: expression.equal('place', placeOf(sequence)),
      ...expression.placeholders(),
    });
    await unlessRefused(() => this.#client.send(deletion));
  }
}

function placeOf(sequence: string): string {
  return sequence.padStart(digits, '0');
}

function keyOf({ task, Id }: RowKey | ExactKey): { view: string; key: string } {
  return { view: `followed#${task}.${Id}`, key: 'last' };
}

function followedItem(row: RowKey | ExactKey, place: string, now: Instant): Item {
  return marshall({ ...keyOf(row), place, expiresAt: toTtl(now + kept) });
}
