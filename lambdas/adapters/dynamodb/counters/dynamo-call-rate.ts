import {
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { hour, type Instant } from '../../../domain/basics/instant.ts';
import type { CallRate } from '../../../ports/call-rate.ts';
import { lockKey, toTtl } from '../attempts/lock-item.ts';
import { Expression } from '../client/expression.ts';
import { unlessRefused } from '../client/retry-conflicts.ts';
import type { TableNames } from '../client/table-names.ts';

interface Wish {
  at: Instant;
  /** Milliseconds between two slots, to the microsecond. */
  step: number;
  holder: string;
}

/**
 * One counter, `nextAt`, the first moment that nobody has reserved.
 *
 *   quiet  nextAt has passed: the slot is now, and nextAt one step later. One write.
 *   busy   nextAt lies ahead: it is the slot, and goes on by one step, whatever it is by then.
 *          The addition needs no value that was read, so a thousand callers do not get in each
 *          other's way. The holder's slot is kept under his name, for when he asks again.
 */
export class DynamoCallRate implements CallRate {
  readonly #client: DynamoDBClient;
  readonly #table: string;

  constructor(client: DynamoDBClient, tables: Pick<TableNames, 'locks'>) {
    this.#client = client;
    this.#table = tables.locks;
  }

  async reserve(perSecond: number, at: Instant, holder: string): Promise<Instant> {
    const wish = { at, holder, step: Math.ceil(1_000_000 / perSecond) / 1_000 };
    for (;;) {
      const held = (await this.#takeNow(wish)) ?? (await this.#heldBy(wish));
      if (held !== undefined) return held;
      const slotAt = await this.#takeNext(wish);
      if (slotAt !== undefined) return this.#keep(wish, slotAt);
    }
  }

  /** The present moment, if nobody reserved it or this holder was the one who did. */
  async #takeNow({ at, step, holder }: Wish): Promise<Instant | undefined> {
    const expression = new Expression();
    const nextAt = expression.name('nextAt');
    const state = Object.entries({ nextAt: at + step, slotAt: at, holder });
    const update = new UpdateItemCommand({
      TableName: this.#table,
      Key: lockKey('slots'),
      UpdateExpression: `SET ${state.map((it) => expression.equal(...it)).join(', ')}`,
      ConditionExpression: `${expression.absent('nextAt')} OR ${nextAt} <= ${expression.value(at)}`,
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      ...expression.placeholders(),
    });
    const result = await unlessRefused(() => this.#client.send(update));
    if ('done' in result) return at;
    const last = result.refused.Item && unmarshall(result.refused.Item);
    return last?.holder === holder && last.slotAt >= at ? last.slotAt : undefined;
  }

  /** The moment that follows all reserved ones; undefined when that is past by now. */
  async #takeNext({ at, step }: Wish): Promise<Instant | undefined> {
    const expression = new Expression();
    const nextAt = expression.name('nextAt');
    const update = new UpdateItemCommand({
      TableName: this.#table,
      Key: lockKey('slots'),
      UpdateExpression: `SET ${nextAt} = ${nextAt} + ${expression.value(step)}`,
      ConditionExpression: `${nextAt} > ${expression.value(at)}`,
      ReturnValues: 'UPDATED_OLD',
      ...expression.placeholders(),
    });
    const result = await unlessRefused(() => this.#client.send(update));
    return 'done' in result ? Math.ceil(Number(result.done.Attributes?.nextAt?.N)) : undefined;
  }

  async #heldBy({ holder, at }: Wish): Promise<Instant | undefined> {
    const { Item } = await this.#client.send(
      new GetItemCommand({
        TableName: this.#table,
        Key: lockKey(slotKey(holder)),
        ConsistentRead: true,
      }),
    );
    const slotAt = Item && unmarshall(Item).slotAt;
    return slotAt >= at ? slotAt : undefined;
  }

  /** Of a holder's two requests at the same time, one keeps its slot, and both are given that. */
  async #keep({ holder, at }: Wish, slotAt: Instant): Promise<Instant> {
    const expression = new Expression();
    const isPast = `${expression.name('slotAt')} < ${expression.value(at)}`;
    const put = new PutItemCommand({
      TableName: this.#table,
      Item: marshall({ key: slotKey(holder), slotAt, expiresAt: toTtl(slotAt + hour) }),
      ConditionExpression: `${expression.absent('key')} OR ${isPast}`,
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      ...expression.placeholders(),
    });
    const result = await unlessRefused(() => this.#client.send(put));
    return 'done' in result ? slotAt : unmarshall(result.refused.Item ?? {}).slotAt;
  }
}

function slotKey(holder: string): string {
  return `slot:${holder}`;
}
