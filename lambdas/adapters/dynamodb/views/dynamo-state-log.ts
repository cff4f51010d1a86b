import { type DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { day, fromIso, type Instant, toIso } from '../../../domain/basics/instant.ts';
import type { StateChange } from '../../../domain/views/state-span.ts';
import type { StateLog } from '../../../ports/people/state-log.ts';
import type { Item } from '../client/attribute-value.ts';
import { Expression } from '../client/expression.ts';
import { ttlAfter } from '../client/time-to-live.ts';
import { usualDays } from './view-item.ts';

interface StateLogTables {
  views: string;
  keepStoriesDays?: number | undefined;
}

/** Beside what is looked up: one partition an operator, its keys the instants. */
export class DynamoStateLog implements StateLog {
  readonly #client: DynamoDBClient;
  readonly #tables: StateLogTables;

  constructor(client: DynamoDBClient, tables: StateLogTables) {
    this.#client = client;
    this.#tables = tables;
  }

  async note(operator: string, { at, ...state }: StateChange): Promise<void> {
    const { views: TableName, keepStoriesDays = usualDays } = this.#tables;
    const expiresAt = ttlAfter(at, keepStoriesDays);
    const Item = marshall(
      { view: viewOf(operator), key: toIso(at), state, expiresAt },
      { removeUndefinedValues: true },
    );
    await this.#client.send(new PutItemCommand({ TableName, Item }));
  }

  async changes(
    operator: string,
    { from, until }: { from: Instant; until: Instant },
  ): Promise<StateChange[]> {
    const [before, within] = await Promise.all([
      this.#query(operator, { from: from - longestLookBack, until: from }, 'last'),
      this.#query(operator, { from, until }),
    ]);
    return [...before, ...within];
  }

  /** No state lasts so long, and nobody changes theirs so often, that one page would not do. */
  async #query(
    operator: string,
    { from, until }: { from: Instant; until: Instant },
    which?: 'last',
  ): Promise<StateChange[]> {
    const expression = new Expression();
    const key = expression.name('key');
    const range = `${key} BETWEEN ${expression.value(toIso(from))} AND ${expression.value(toIso(until - 1))}`;
    const query = new QueryCommand({
      TableName: this.#tables.views,
      KeyConditionExpression: `${expression.equal('view', viewOf(operator))} AND ${range}`,
      ...expression.placeholders(),
      ...(which === 'last' && { ScanIndexForward: false, Limit: 1 }),
      ConsistentRead: true,
    });
    return ((await this.#client.send(query)).Items ?? []).map(storedChange);
  }
}

const longestLookBack = usualDays * day;

function viewOf(operator: string): string {
  return `state#${operator}`;
}

function storedChange(item: Item): StateChange {
  const { key, state } = unmarshall(item);
  return { ...state, at: fromIso(key) } as StateChange;
}
