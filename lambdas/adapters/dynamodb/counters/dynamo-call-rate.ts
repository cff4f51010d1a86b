import { type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Instant } from '../../../domain/basics/instant.ts';
import {
  type CallRate,
  lineTimeout,
  type Slot,
  type SlotAnswer,
  type SlotWish,
  slotTolerance,
} from '../../../ports/calls/call-rate.ts';
import { lockKey } from '../attempts/lock-item.ts';
import { all, Expression } from '../client/expression.ts';
import { unlessRefused } from '../client/retry-conflicts.ts';
import type { TableNames } from '../client/table-names.ts';

/**
 * One item for the account: `nextAt`, the first moment at which a call may be sent, and while
 * somebody serves those who wait `servedUntil`, when they count as dead.
 */
interface State {
  nextAt?: Instant;
  servedUntil?: Instant;
}

export class DynamoCallRate implements CallRate {
  readonly #client: DynamoDBClient;
  readonly #table: string;

  constructor(client: DynamoDBClient, tables: Pick<TableNames, 'locks'>) {
    this.#client = client;
    this.#table = tables.locks;
  }

  /** Quiet is the rule: one write. When the last slot has just passed, what stands there counts. */
  async take(wish: SlotWish): Promise<SlotAnswer> {
    const quiet = await this.#write(wish, { after: wish.at, before: wish.at - slotTolerance });
    if (quiet === 'done') return taken(wish, wish.at);
    const { nextAt = wish.at } = quiet;
    if (nextAt > wish.at || !mayTake(quiet, wish)) return refused(quiet, wish);
    const late = await this.#write(wish, { after: nextAt, before: nextAt });
    return late === 'done' ? taken(wish, nextAt) : refused(late, wish);
  }

  /** Sets the next slot one step `after` the instant, if it is not later than `before` now. */
  #write(
    wish: SlotWish,
    { after, before }: { after: Instant; before: Instant },
  ): Promise<'done' | State> {
    const expression = new Expression();
    const nextAt = expression.name('nextAt');
    const next = after + stepOf(wish);
    const set = [expression.equal('nextAt', next)];
    if (wish.by === 'line') set.push(expression.equal('servedUntil', next + lineTimeout));
    const isFree = `(${expression.absent('nextAt')} OR ${nextAt} <= ${expression.value(before)})`;
    const conditions =
      wish.by === 'newcomer' ? [isFree, isUnserved(expression, wish.at)] : [isFree];
    return this.#update(expression, `SET ${set.join(', ')}`, all(...conditions));
  }

  async giveBack({ at, nextAt }: Slot): Promise<void> {
    const expression = new Expression();
    const set = `SET ${expression.equal('nextAt', at)}`;
    await this.#update(expression, set, expression.equal('nextAt', nextAt));
  }

  async joinLine(at: Instant, until: Instant): Promise<boolean> {
    const expression = new Expression();
    const set = `SET ${expression.equal('servedUntil', until)}`;
    return (await this.#update(expression, set, isUnserved(expression, at))) === 'done';
  }

  async leaveLine(): Promise<void> {
    const expression = new Expression();
    const remove = `REMOVE ${expression.name('servedUntil')}`;
    await this.#update(expression, remove, expression.present('servedUntil'));
  }

  /** A refusal brings what stands there. */
  async #update(
    expression: Expression,
    UpdateExpression: string,
    ConditionExpression: string,
  ): Promise<'done' | State> {
    const update = new UpdateItemCommand({
      TableName: this.#table,
      Key: lockKey('slots'),
      UpdateExpression,
      ConditionExpression,
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      ...expression.placeholders(),
    });
    const result = await unlessRefused(() => this.#client.send(update));
    return 'done' in result ? 'done' : unmarshall(result.refused.Item ?? {});
  }
}

/** Milliseconds between two slots, to the microsecond. */
function stepOf({ perSecond }: SlotWish): number {
  return Math.ceil(1_000_000 / perSecond) / 1_000;
}

function isUnserved(expression: Expression, at: Instant): string {
  const servedUntil = expression.name('servedUntil');
  return `(${expression.absent('servedUntil')} OR ${servedUntil} <= ${expression.value(at)})`;
}

function mayTake(state: State, { by, at }: SlotWish): boolean {
  return by !== 'newcomer' || !isServed(state, at);
}

function isServed({ servedUntil = 0 }: State, at: Instant): boolean {
  return servedUntil > at;
}

function taken(wish: SlotWish, from: Instant): SlotAnswer {
  return { kind: 'taken', slot: { at: wish.at, nextAt: from + stepOf(wish) } };
}

function refused(state: State, { at }: SlotWish): SlotAnswer {
  const until = Math.ceil(Math.max(state.nextAt ?? at, at));
  return { kind: 'wait', until, isServed: isServed(state, at) };
}
