import {
  type DynamoDBClient,
  PutItemCommand,
  paginateQuery,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { day } from '../../../domain/basics/instant.ts';
import type { DateRange, KeptDay } from '../../../ports/records/views.ts';
import type { Item } from '../client/attribute-value.ts';
import { all, Expression } from '../client/expression.ts';
import { toTtl } from '../client/time-to-live.ts';

/** A year, and the year before it to compare with. Sums name no customers. */
const keptDays = 800;

/** Sums of days, and how often days were changed after they may have been counted. */
export class DynamoDays {
  readonly #client: DynamoDBClient;
  readonly #table: string;

  constructor(client: DynamoDBClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async kept(task: string, timeZone: string, dates: DateRange): Promise<KeptDay[]> {
    return (await this.#between(daysView(task, timeZone), dates)).map(storedDay);
  }

  async keep(task: string, timeZone: string, { date, sums, changes }: KeptDay): Promise<void> {
    const expiresAt = goneAfter(date);
    const key = { view: daysView(task, timeZone), key: date };
    const Item = marshall({ ...key, sums: JSON.stringify(sums), changes, expiresAt });
    await this.#client.send(new PutItemCommand({ TableName: this.#table, Item }));
  }

  async lateChanges(task: string, dates: DateRange): Promise<Map<string, number>> {
    const items = await this.#between(changedView(task), dates);
    return new Map(
      items.map((item) => {
        const { key, changes } = unmarshall(item);
        return [key, changes];
      }),
    );
  }

  async noteLateChange(task: string, date: string): Promise<void> {
    const expression = new Expression();
    const changes = expression.name('changes');
    const expiresAt = expression.name('expiresAt');
    const update = `SET ${expiresAt} = ${expression.value(goneAfter(date))} ADD ${changes} ${expression.value(1)}`;
    await this.#client.send(
      new UpdateItemCommand({
        TableName: this.#table,
        Key: marshall({ view: changedView(task), key: date }),
        UpdateExpression: update,
        ...expression.placeholders(),
      }),
    );
  }

  async #between(view: string, { from, to }: DateRange): Promise<Item[]> {
    const expression = new Expression();
    const range = `BETWEEN ${expression.value(from)} AND ${expression.value(to)}`;
    const query = {
      TableName: this.#table,
      KeyConditionExpression: all(
        expression.equal('view', view),
        `${expression.name('key')} ${range}`,
      ),
      ...expression.placeholders(),
      ConsistentRead: true,
    };
    const found: Item[] = [];
    for await (const { Items = [] } of paginateQuery({ client: this.#client }, query)) {
      found.push(...Items);
    }
    return found;
  }
}

function daysView(task: string, timeZone: string): string {
  return `days#${task}#${timeZone}`;
}

function changedView(task: string): string {
  return `changed-late#${task}`;
}

function goneAfter(date: string): number {
  return toTtl(Date.parse(date) + keptDays * day);
}

function storedDay(item: Item): KeptDay {
  const { key, sums, changes } = unmarshall(item);
  return { date: key, sums: JSON.parse(sums), changes };
}
